package dev.souk.notification.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait after each failure.
public record Ladder(List<Duration> steps, double spread) {
    /// 1, 5, 25 minutes, a fifth more or less, so that what failed together does not return together.
    public static final Ladder NOTIFICATIONS = new Ladder(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(25)), 0.2);

    /// 1, 5, 15 minutes, 1, 6, 12, 24 hours.
    public static final Ladder WEBHOOKS = new Ladder(
            List.of(
                    Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
                    Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24)),
            0);

    public Ladder {
        steps = List.copyOf(steps);
    }

    /// @param failures so far, at least 1
    /// @param chance from 0 to 1
    /// @return empty when the ladder has ended
    public Optional<Duration> after(int failures, double chance) {
        return failures > steps.size() ? Optional.empty() : Optional.of(spread(steps.get(failures - 1), chance));
    }

    /// The same, but the last step goes on for ever.
    public Duration afterAll(int failures, double chance) {
        return spread(steps.get(Math.min(failures, steps.size()) - 1), chance);
    }

    private Duration spread(Duration step, double chance) {
        return Duration.ofMillis(Math.round(step.toMillis() * (1 + spread * (2 * chance - 1))));
    }
}
