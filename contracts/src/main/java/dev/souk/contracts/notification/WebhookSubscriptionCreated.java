package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;

/// Events go to somebody outside.
@MessageType(name = "WebhookSubscriptionCreated", version = "1.0", context = "notification")
public record WebhookSubscriptionCreated(UUID subscriptionId, List<String> eventTypes) implements Event {
    public WebhookSubscriptionCreated {
        eventTypes = List.copyOf(eventTypes);
    }

    @Override
    public String key() {
        return subscriptionId().toString();
    }
}
