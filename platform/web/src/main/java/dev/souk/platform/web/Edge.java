package dev.souk.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// What all routes of one server share.
///
/// @param open calls that may take long
record Edge(RateLimits limits, OpenCalls open, MeterRegistry meters, Duration heartbeat) {}
