package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A try failed. Not `final`: it is tried again. Final: given up on this channel; another one may have been begun.
@MessageType(name = "NotificationFailed", version = "1.0", context = "notification")
public record NotificationFailed(
        UUID notificationId,
        @Nullable UUID customerId,
        String channel,
        String templateKey,
        String reason,
        int attempts,
        boolean isFinal,
        Instant failedAt) implements Event {
    @Override
    public String key() {
        return notificationId().toString();
    }
}
