package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One payment with its refunds, masked.
@MessageType(name = "GetPayment", version = "1.0", context = "payment")
public record GetPayment(UUID paymentId) implements Query<Optional<GetPayment.Payment>> {
    /// `status` is REQUESTED, ACTION_REQUIRED, AUTHORIZED, CAPTURED, PARTLY_REFUNDED, REFUNDED, FAILED, VOID_PENDING or
    /// VOIDED.
    public record Payment(
            UUID paymentId,
            @Nullable UUID orderId,
            @Nullable UUID checkoutId,
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
            long version,
            List<Attempt> attempts,
            List<Refund> refunds) {
        public Payment {
            attempts = List.copyOf(attempts);
            refunds = List.copyOf(refunds);
        }

        /// Without the card's last digits.
        public Payment masked() {
            return new Payment(
                    paymentId, orderId, checkoutId, customerId, status, amount, currency, authorized, captured, refunded,
                    refundPending, brand, null, failureReason, failureDetail, fraudResult, requestedAt, authorizedAt,
                    capturedAt, version, attempts, refunds);
        }
    }

    /// What was asked of the provider: AUTHORIZE, LOOK, CAPTURE, VOID or REFUND.
    public record Attempt(String operation, String state, int attempts, @Nullable String answer, Instant createdAt) {}

    public record Refund(
            UUID refundId, String status, long amount, String reason, Instant requestedAt, @Nullable Instant processedAt) {}
}
