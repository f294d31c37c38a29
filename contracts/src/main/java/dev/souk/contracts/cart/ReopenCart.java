package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Unlocks a cart whose checkout has ended without an order.
@MessageType(name = "ReopenCart", version = "1.0", context = "cart")
public record ReopenCart(UUID cartId, UUID checkoutId, String reason) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
