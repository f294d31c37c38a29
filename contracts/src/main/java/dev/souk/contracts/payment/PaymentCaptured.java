package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The money has been taken.
@MessageType(name = "PaymentCaptured", version = "1.0", context = "payment")
public record PaymentCaptured(
        UUID paymentId,
        UUID orderId,
        @Nullable UUID customerId,
        UUID captureId,
        long amount,
        long capturedTotal,
        String currency,
        Instant capturedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
