package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;

/// Sends events to an address outside, signed. `url` is https. The answer holds the secret, which is never shown again.
@MessageType(name = "CreateWebhookSubscription", version = "1.0", context = "notification")
public record CreateWebhookSubscription(
        UUID subscriptionId, String url, List<String> eventTypes) implements Command<CreateWebhookSubscription.Created> {
    public CreateWebhookSubscription {
        eventTypes = List.copyOf(eventTypes);
    }

    /// `secret` is written as Standard Webhooks do: `whsec_` and base64.
    public record Created(UUID subscriptionId, String secret) {
        /// Never the secret.
        @Override
        public String toString() {
            return "Created[" + subscriptionId + "]";
        }
    }

    @Override
    public String key() {
        return subscriptionId().toString();
    }
}
