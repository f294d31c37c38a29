package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Deliveries to this subscription have failed since `failingSince`; nothing is sent until it is enabled again.
@MessageType(name = "WebhookDisabled", version = "1.0", context = "notification")
public record WebhookDisabled(UUID subscriptionId, Instant failingSince, String lastError, Instant disabledAt) implements Event {
    @Override
    public String key() {
        return subscriptionId().toString();
    }
}
