package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts something into a cart; what is there already adds up. `unitPrice` (minor units) is a negotiated price that only
/// the sales desk may key in.
@MessageType(name = "AddItemToCart", version = "1.1", context = "cart")
public record AddItemToCart(
        UUID cartId,
        UUID productId,
        @Nullable UUID variantId,
        int quantity,
        @Nullable Long unitPrice,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<ItemChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
