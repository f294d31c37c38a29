package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A line has another quantity now.
@MessageType(name = "CartItemQuantityChanged", version = "1.0", context = "cart")
public record CartItemQuantityChanged(UUID cartId, UUID productId, String sku, int from, int to) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
