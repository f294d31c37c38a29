package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money is to go back; the provider is being asked.
@MessageType(name = "RefundRequested", version = "1.0", context = "payment")
public record RefundRequested(
        UUID refundId,
        UUID paymentId,
        @Nullable UUID orderId,
        long amount,
        String currency,
        @Nullable String reason,
        Instant requestedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
