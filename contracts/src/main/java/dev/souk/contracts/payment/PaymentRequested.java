package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The provider and the fraud gate are about to be asked. The order's id is allocated, the order need not exist yet.
@MessageType(name = "PaymentRequested", version = "1.0", context = "payment")
public record PaymentRequested(
        UUID paymentId,
        UUID orderId,
        @Nullable UUID customerId,
        long amount,
        String currency,
        Instant requestedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
