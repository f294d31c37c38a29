package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// This payment can never be captured any more.
@MessageType(name = "PaymentVoided", version = "1.0", context = "payment")
public record PaymentVoided(
        UUID paymentId,
        @Nullable UUID orderId,
        @Nullable UUID checkoutId,
        long amount,
        @Nullable String currency,
        Instant voidedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
