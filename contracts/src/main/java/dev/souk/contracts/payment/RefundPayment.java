package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives money back, in part or in full. The same `refundId` again changes nothing. Large refunds wait for a second person.
@MessageType(name = "RefundPayment", version = "1.0", context = "payment")
public record RefundPayment(
        UUID refundId,
        UUID paymentId,
        long amount,
        String currency,
        String reason,
        @Nullable UUID returnId) implements Command<UUID> {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
