package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets the quantity of one line; 0 removes it.
@MessageType(name = "ChangeCartItemQuantity", version = "1.0", context = "cart")
public record ChangeCartItemQuantity(
        UUID cartId,
        UUID lineId,
        int quantity,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<ItemChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
