package dev.souk.identity.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many wrong attempts an account has seen: the fifth closes it for a quarter of an hour.
public record Lockout(int failures, @Nullable Instant until) {
    /// Attempts before the door closes.
    public static final int ATTEMPTS = 5;

    public static final Duration CLOSED = Duration.ofMinutes(15);

    public boolean closed(Instant now) {
        return until != null && now.isBefore(until);
    }

    /// After one more wrong attempt. A lock that has run out begins a new count.
    public Lockout failed(Instant now) {
        if (closed(now)) {
            return this;
        }
        return failures + 1 >= ATTEMPTS ? new Lockout(0, now.plus(CLOSED)) : new Lockout(failures + 1, null);
    }

    /// Whether the door closed with this attempt.
    public boolean justClosed(Lockout before, Instant now) {
        return closed(now) && !before.closed(now);
    }
}
