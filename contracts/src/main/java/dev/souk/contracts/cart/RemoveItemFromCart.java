package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a product, or `quantity` of it, out of a cart; without `variantId` all its lines are meant.
@MessageType(name = "RemoveItemFromCart", version = "1.1", context = "cart")
public record RemoveItemFromCart(
        UUID cartId,
        UUID productId,
        @Nullable UUID variantId,
        @Nullable Integer quantity,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
