package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Nothing must be sent until this hold is released. `reason` is PAYMENT_REVIEW, FRAUD_REVIEW, ADDRESS_VERIFICATION or
/// INVENTORY_RECHECK.
@MessageType(name = "OrderPlacedOnHold", version = "1.0", context = "order")
public record OrderPlacedOnHold(
        UUID orderId,
        UUID holdId,
        String reason,
        String ownerTeam,
        @Nullable String customerMessage,
        Instant reviewBy,
        Instant placedAt) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
