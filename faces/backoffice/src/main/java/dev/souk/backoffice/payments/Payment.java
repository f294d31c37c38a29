package dev.souk.backoffice.payments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One payment with what was asked of the provider and what went back.
public record Payment(
        UUID paymentId,
        @Nullable UUID orderId,
        @Nullable UUID customerId,
        String status,
        long amount,
        @Nullable String currency,
        long authorized,
        long captured,
        long refunded,
        long refundPending,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable String failureReason,
        @Nullable String failureDetail,
        @Nullable String fraudResult,
        Instant requestedAt,
        @Nullable Instant authorizedAt,
        @Nullable Instant capturedAt,
        List<Attempt> attempts,
        List<Refund> refunds) {
    public record Attempt(String operation, String state, int attempts, @Nullable String answer, Instant createdAt) {}

    public record Refund(
            UUID refundId, String status, long amount, String reason, Instant requestedAt, @Nullable Instant processedAt) {}

    /// Unknown only of a payment that was called off before it began; then there is no sum to show either.
    public String money() {
        return currency == null ? "EUR" : currency;
    }

    public boolean capturable() {
        return status.equals("AUTHORIZED");
    }

    /// A page of the list.
    public record Page(List<Listed> payments, @Nullable String nextCursor) {}

    public record Listed(
            UUID paymentId,
            @Nullable UUID orderId,
            String status,
            long amount,
            @Nullable String currency,
            long captured,
            long refunded,
            @Nullable String brand,
            @Nullable String failureReason,
            Instant requestedAt) {
        public String money() {
            return currency == null ? "EUR" : currency;
        }
    }
}
