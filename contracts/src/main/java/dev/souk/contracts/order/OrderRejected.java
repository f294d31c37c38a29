package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// CreateOrder could not be accepted; no order exists.
@MessageType(name = "OrderRejected", version = "1.0", context = "order")
public record OrderRejected(UUID orderId, UUID checkoutId, String reason) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
