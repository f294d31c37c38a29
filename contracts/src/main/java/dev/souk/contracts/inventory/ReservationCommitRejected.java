package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// A commit came too late. `reason` is EXPIRED, RELEASED or UNKNOWN.
@MessageType(name = "ReservationCommitRejected", version = "1.0", context = "inventory")
public record ReservationCommitRejected(
        UUID reservationId,
        UUID checkoutId,
        UUID orderId,
        String reason,
        Instant rejectedAt) implements Event {
    @Override
    public String key() {
        return reservationId().toString();
    }
}
