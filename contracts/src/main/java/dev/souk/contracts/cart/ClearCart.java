package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes everything out of a cart.
@MessageType(name = "ClearCart", version = "1.0", context = "cart")
public record ClearCart(UUID cartId, @Nullable Long expectedVersion, CartAccess by) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
