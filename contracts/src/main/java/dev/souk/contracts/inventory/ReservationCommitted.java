package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The hold belongs to an order now and does not expire.
@MessageType(name = "ReservationCommitted", version = "1.1", context = "inventory")
public record ReservationCommitted(
        UUID reservationId,
        UUID checkoutId,
        UUID orderId,
        Instant committedAt) implements Event {
    @Override
    public String key() {
        return reservationId().toString();
    }
}
