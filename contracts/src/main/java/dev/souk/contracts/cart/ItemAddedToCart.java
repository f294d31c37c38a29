package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shopper has put something into a cart.
@MessageType(name = "ItemAddedToCart", version = "1.0", context = "cart")
public record ItemAddedToCart(
        UUID cartId,
        @Nullable UUID customerId,
        UUID productId,
        @Nullable UUID variantId,
        String sku,
        int quantity,
        int newQuantity,
        long unitPrice,
        String currency,
        Instant addedAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
