package dev.souk.checkout.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often something has been asked for, since when, and when to look again.
///
/// @param dueAt null when there is nothing to wait for
public record Pace(int attempts, Instant since, @Nullable Instant dueAt) {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    static Pace first(Duration reply, Instant now) {
        return new Pace(1, now, now.plus(reply));
    }

    static Pace until(Instant due, Instant now) {
        return new Pace(1, now, due);
    }

    /// Asked once more: the time for an answer, and a back-off that doubles up to `most`.
    Pace again(Duration reply, Duration most, Instant now) {
        var doublings = Math.min(attempts - 1, 20);
        var backOff = FIRST_BACK_OFF.multipliedBy(1L << doublings);
        return new Pace(attempts + 1, since, now.plus(reply).plus(backOff.compareTo(most) > 0 ? most : backOff));
    }

    Pace notAfter(Instant limit) {
        return dueAt != null && dueAt.isAfter(limit) ? new Pace(attempts, since, limit) : this;
    }

    Pace over() {
        return new Pace(attempts, since, null);
    }
}
