package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The provider's own word: the money has gone back.
@MessageType(name = "RefundProcessed", version = "1.0", context = "payment")
public record RefundProcessed(
        UUID refundId,
        UUID paymentId,
        long amount,
        String currency,
        Instant processedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
