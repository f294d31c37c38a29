package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order will not be fulfilled. `reason` is CUSTOMER_REQUESTED, PAYMENT_FAILED, OUT_OF_STOCK or FRAUD; `note` is what
/// somebody wrote, sealed for the customer.
@MessageType(name = "OrderCancelled", version = "2.0", context = "order")
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
        @Nullable Sealed<String> note) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
