package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The checkout ended in exactly one order.
@MessageType(name = "CheckoutCompleted", version = "1.0", context = "checkout")
public record CheckoutCompleted(UUID checkoutId, UUID cartId, UUID orderId, long durationMs) implements Event {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
