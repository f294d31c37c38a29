package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts many lines into a cart at once: all of them, or none. For the sales desk.
@MessageType(name = "AddLinesToCart", version = "1.0", context = "cart")
public record AddLinesToCart(
        UUID cartId,
        List<Line> lines,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<CartChanged> {
    public AddLinesToCart {
        lines = List.copyOf(lines);
    }

    @Override
    public String key() {
        return cartId().toString();
    }

    /// `unitPrice` (minor units) is a negotiated price; null means the shop's own.
    public record Line(UUID productId, @Nullable UUID variantId, int quantity, @Nullable Long unitPrice) {}
}
