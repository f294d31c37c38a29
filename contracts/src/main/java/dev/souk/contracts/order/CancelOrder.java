package dev.souk.contracts.order;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends an order that is not packed yet; the stock and the money follow from OrderCancelled. `reason` is
/// CUSTOMER_REQUESTED, PAYMENT_FAILED, OUT_OF_STOCK or FRAUD. Cancelling twice changes nothing. Answers the version.
@MessageType(name = "CancelOrder", version = "1.1", context = "order")
public record CancelOrder(
        UUID orderId,
        String reason,
        @Nullable String reasonDetail,
        @Nullable String note,
        @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return orderId().toString();
    }
}
