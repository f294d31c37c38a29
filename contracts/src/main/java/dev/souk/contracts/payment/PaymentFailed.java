package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `stage` is AUTHORIZE, CAPTURE or REFUND; `reason` is CARD_DECLINED, INSUFFICIENT_FUNDS, EXPIRED_CARD or
/// PROCESSING_ERROR; `reasonDetail` may say FRAUD_REJECTED, ACTION_TIMEOUT, PROVIDER_UNAVAILABLE or VOIDED.
@MessageType(name = "PaymentFailed", version = "1.1", context = "payment")
public record PaymentFailed(
        UUID paymentId,
        UUID orderId,
        String reason,
        Instant failedAt,
        String stage,
        boolean retryable,
        @Nullable UUID checkoutId,
        @Nullable String reasonDetail) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
