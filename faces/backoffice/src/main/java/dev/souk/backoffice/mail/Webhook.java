package dev.souk.backoffice.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events that are sent to others' addresses.
public record Webhook(
        UUID subscriptionId,
        String url,
        List<String> eventTypes,
        String status,
        @Nullable Instant failingSince,
        @Nullable String lastError,
        long position,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        long version) {
    public boolean active() {
        return status.equals("ACTIVE");
    }

    public record Page(List<Webhook> subscriptions, @Nullable UUID next) {}

    public record Types(List<String> eventTypes) {}

    /// @param secret shown once
    public record Secret(UUID subscriptionId, String secret) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    public record Deliveries(List<Delivery> deliveries, @Nullable Long next) {}

    public record Delivery(
            long position,
            String eventType,
            String status,
            int attempts,
            @Nullable Integer answer,
            @Nullable Long latencyMs,
            @Nullable String error,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextAttemptAt) {}

    public record Replayed(int deliveries) {}
}
