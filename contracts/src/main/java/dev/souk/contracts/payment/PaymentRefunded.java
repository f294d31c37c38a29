package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The provider has given money back.
@MessageType(name = "PaymentRefunded", version = "1.0", context = "payment")
public record PaymentRefunded(
        UUID paymentId,
        UUID orderId,
        @Nullable UUID customerId,
        UUID refundId,
        long amount,
        long refundedTotal,
        String currency,
        String reason,
        Instant refundedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
