package dev.souk.standin.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an operation came to. The same key is answered the same way for ever; `view` is the payment as it is now.
///
/// @param reference of the capture or refund
/// @param reason why it was declined
/// @param view null where a key was cancelled before any payment existed
public record Answer(
        Entry.Result result,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable View view) {

    /// A payment as the provider sees it now.
    ///
    /// @param clientRef where the shopper must act
    public record View(
            String id,
            Status status,
            long amount,
            long captured,
            long refunded,
            String currency,
            @Nullable String orderId,
            @Nullable String paymentId,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String reason,
            @Nullable String clientRef,
            Instant createdAt,
            Instant expiresAt) {}

    public enum Status {
        ACTION_REQUIRED,
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED
    }
}
