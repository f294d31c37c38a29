package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens an empty cart. The same `cartId` again, from the same owner, changes nothing. `channel` is WEB, BACK_OFFICE
/// or API; `tokenHash` is the SHA-256 (Base64 URL) of a guest's cart token and null when there is a customer or a
/// sales desk.
@MessageType(name = "CreateCart", version = "1.0", context = "cart")
public record CreateCart(
        UUID cartId,
        String currency,
        String channel,
        @Nullable UUID customerId,
        @Nullable String tokenHash,
        CartAccess by) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
