package dev.souk.contracts.notification;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was or is to be delivered to one subscription, newest first, before `before`.
@MessageType(name = "ListWebhookDeliveries", version = "1.0", context = "notification")
public record ListWebhookDeliveries(UUID subscriptionId, @Nullable Long before, int limit) implements Query<ListWebhookDeliveries.Page> {
    public record Page(List<Delivery> deliveries, @Nullable Long next) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }

    /// `status` is QUEUED, DELIVERED or FAILED; `answer` is the status of the last answer, or absent when there was none.
    public record Delivery(
            long position,
            UUID eventId,
            String eventType,
            String aggregate,
            String status,
            int attempts,
            @Nullable Integer answer,
            @Nullable Long latencyMs,
            @Nullable String error,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextAttemptAt) {}
}
