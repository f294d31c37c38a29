package dev.souk.notification.channel;

import org.jspecify.annotations.Nullable;

/// What a carrier said to one message.
public sealed interface Handover {
    /// Taken; on its way.
    record Accepted(@Nullable String reference) implements Handover {}

    /// Not now, perhaps later.
    record Later(String reason) implements Handover {}

    /// The carrier itself cannot be reached: no fault of this message.
    record Away(String reason) implements Handover {}

    /// Never: there is no such recipient.
    record Bounced(String reason) implements Handover {}

    /// Never, for another reason.
    record Refused(String reason) implements Handover {}
}
