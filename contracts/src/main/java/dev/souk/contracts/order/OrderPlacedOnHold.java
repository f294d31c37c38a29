package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Nothing must be sent until this hold is released. `reason` is PAYMENT_REVIEW, FRAUD_REVIEW, ADDRESS_VERIFICATION or
/// INVENTORY_RECHECK; `customerMessage` is sealed for the customer.
@MessageType(name = "OrderPlacedOnHold", version = "2.0", context = "order")
public record OrderPlacedOnHold(
        UUID orderId,
        UUID holdId,
        String reason,
        String ownerTeam,
        @Nullable Sealed<String> customerMessage,
        Instant reviewBy,
        Instant placedAt) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
