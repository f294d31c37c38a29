package dev.souk.platform.web;

import dev.souk.platform.messaging.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What all routes of one server share.
///
/// @param open calls that may take long
/// @param kept answers for repeats; null until something is served
/// @param keys of persons; null until something is served
record Edge(
        RateLimits limits, OpenCalls open, MeterRegistry meters, Duration heartbeat, @Nullable Answers kept, @Nullable Vault keys) {
    Edge with(Vault vault) {
        return new Edge(limits, open, meters, heartbeat, new Answers(vault), vault);
    }

    Vault vault() {
        return Objects.requireNonNull(keys, "nothing is served yet");
    }

    Answers answers() {
        return Objects.requireNonNull(kept, "nothing is served yet");
    }
}
