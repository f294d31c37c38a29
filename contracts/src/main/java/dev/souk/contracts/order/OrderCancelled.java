package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order will not be fulfilled. `reason` is CUSTOMER_REQUESTED, PAYMENT_FAILED, OUT_OF_STOCK or FRAUD.
@MessageType(name = "OrderCancelled", version = "1.1", context = "order")
public record OrderCancelled(
        UUID orderId,
        @Nullable UUID customerId,
        String reason,
        Instant cancelledAt,
        @Nullable UUID reservationId,
        @Nullable UUID paymentId,
        long refundDue,
        String currency,
        String stage,
        @Nullable String reasonDetail,
        @Nullable String note) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
