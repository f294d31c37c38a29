package dev.souk.notification.domain;

import java.time.Instant;

/// What becomes of a notification that is due.
public sealed interface Decision {
    record Send() implements Decision {}

    /// Not now.
    record Defer(Instant until) implements Decision {}

    /// Not at all; the reason is kept.
    record Drop(Ending ending, String reason) implements Decision {}

    /// How a notification ends that is not sent.
    enum Ending {
        SUPPRESSED,
        EXPIRED
    }
}
