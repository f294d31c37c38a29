package dev.souk.platform.postgres;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One sweep of a context: how often it looks for what has fallen due, and what came of it since the start.
///
/// @param lastAt null before its first run in this process
/// @param lastTook of the last run
/// @param found what all runs since the start have found
/// @param runs since the start
/// @param nextIn time until the next run; zero when it is under way
/// @param error of the last run; null when it went well
public record SweepRun(
        String context,
        String name,
        Duration every,
        @Nullable Instant lastAt,
        @Nullable Duration lastTook,
        long found,
        long runs,
        Duration nextIn,
        @Nullable String error) {}
