package dev.souk.payment.domain;

import java.time.Duration;
import java.util.List;

/// How long to wait before asking again when the result is unknown: quickly at first, never giving up.
public final class Backoff {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    private Backoff() {}

    /// After so many attempts without a result.
    public static Duration after(int attempts) {
        return STEPS.get(Math.min(Math.max(attempts, 1), STEPS.size()) - 1);
    }
}
