package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// A line, or `quantity` of it, has been taken out.
@MessageType(name = "ItemRemovedFromCart", version = "1.0", context = "cart")
public record ItemRemovedFromCart(
        UUID cartId,
        UUID productId,
        String sku,
        int quantity,
        Instant removedAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
