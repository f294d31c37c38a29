package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The provider's own word: it has set the money aside. Whether the shop goes on is said by PaymentAuthorized.
@MessageType(name = "PaymentSucceeded", version = "1.0", context = "payment")
public record PaymentSucceeded(
        UUID paymentId,
        UUID orderId,
        long amount,
        String currency,
        @Nullable String processorReference,
        Instant succeededAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
