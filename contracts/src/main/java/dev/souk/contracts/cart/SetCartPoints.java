package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many reward points the customer wants to spend on this cart; 0 means none. Nothing is held before checkout.
@MessageType(name = "SetCartPoints", version = "1.0", context = "cart")
public record SetCartPoints(
        UUID cartId,
        long points,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
