package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// A customer has opened a notice in the shop.
@MessageType(name = "NotificationRead", version = "1.0", context = "notification")
public record NotificationRead(UUID notificationId, UUID customerId, Instant readAt) implements Event {
    @Override
    public String key() {
        return notificationId().toString();
    }
}
