package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Remembers a code that applies to what is in the cart now. No use is taken; that happens at checkout.
@MessageType(name = "ApplyCouponToCart", version = "1.0", context = "cart")
public record ApplyCouponToCart(
        UUID cartId,
        String code,
        @Nullable Long expectedVersion,
        CartAccess by) implements Command<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}
