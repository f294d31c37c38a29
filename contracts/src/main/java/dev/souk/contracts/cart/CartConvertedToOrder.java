package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The order of this cart exists; the cart is gone.
@MessageType(name = "CartConvertedToOrder", version = "1.0", context = "cart")
public record CartConvertedToOrder(
        UUID cartId,
        UUID orderId,
        UUID customerId,
        long total,
        int lines,
        Instant convertedAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
