package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is told outside, and how that went.
public final class Webhooks {
    private Webhooks() {}

    public record Page(List<Subscription> subscriptions) {}

    public record Subscription(
            String subscriptionId, String url, List<String> eventTypes, String status, @Nullable Instant failingSince,
            @Nullable String lastError, long position) {
        public String kind() {
            return status.equals("ACTIVE") ? failingSince == null ? "good" : "warn" : "bad";
        }
    }

    public record Deliveries(List<Delivery> deliveries, @Nullable Long next) {}

    public record Delivery(
            long position, String eventId, String eventType, String aggregate, String status, int attempts,
            @Nullable Integer answer, @Nullable Long latencyMs, @Nullable String error, @Nullable Instant deliveredAt,
            @Nullable Instant nextAttemptAt) {
        public String kind() {
            return switch (status) {
                case "DELIVERED" -> "good";
                case "FAILED" -> "bad";
                default -> "warn";
            };
        }
    }
}
