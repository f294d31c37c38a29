package dev.souk.contracts.order;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stops an order before fulfilment until somebody has looked at it. `reason` is PAYMENT_REVIEW, FRAUD_REVIEW,
/// ADDRESS_VERIFICATION or INVENTORY_RECHECK; `reviewBy` is 24 hours from now unless given. The same `holdId` again
/// changes nothing. Answers the version.
@MessageType(name = "PlaceOrderOnHold", version = "1.0", context = "order")
public record PlaceOrderOnHold(
        UUID orderId,
        UUID holdId,
        String reason,
        @Nullable Instant reviewBy,
        @Nullable String customerMessage,
        @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return orderId().toString();
    }
}
