package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;

/// A checkout of this cart ended without an order; it can be changed again. `reason` as in CheckoutFailed.
@MessageType(name = "CartReopened", version = "1.0", context = "cart")
public record CartReopened(
        UUID cartId,
        UUID checkoutId,
        String reason,
        List<Unavailable> unavailableItems) implements Event {
    public CartReopened {
        unavailableItems = List.copyOf(unavailableItems);
    }

    @Override
    public String key() {
        return cartId().toString();
    }

    public record Unavailable(String sku, int requested, int available) {}
}
