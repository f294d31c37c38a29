package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Sends a failed notification again, with all its tries.
@MessageType(name = "RetryNotification", version = "1.0", context = "notification")
public record RetryNotification(UUID notificationId) implements Command<UUID> {
    @Override
    public String key() {
        return notificationId().toString();
    }
}
