package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notification was handed to whoever carries it to its recipient. `customerId` is absent for teams and bare addresses.
@MessageType(name = "NotificationSent", version = "1.0", context = "notification")
public record NotificationSent(
        UUID notificationId,
        @Nullable UUID customerId,
        String channel,
        String templateKey,
        WhatCaused cause,
        @Nullable String providerRef,
        Instant sentAt) implements Event {
    /// The event that the notification tells about.
    public record WhatCaused(String eventType, UUID eventId) {}

    @Override
    public String key() {
        return notificationId().toString();
    }
}
