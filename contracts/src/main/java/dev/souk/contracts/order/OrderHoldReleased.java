package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// One hold is lifted. `nextStatus`, CONFIRMED or AWAITING_FULFILMENT, is where the order goes on once no other hold
/// is open. `resolution` is the platform's own words: what staff writes stays with the order.
@MessageType(name = "OrderHoldReleased", version = "1.0", context = "order")
public record OrderHoldReleased(
        UUID orderId,
        UUID holdId,
        String previousReason,
        String resolution,
        String releasedBy,
        String nextStatus,
        Instant releasedAt) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
