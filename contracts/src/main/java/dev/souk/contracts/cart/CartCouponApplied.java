package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The cart carries a code.
@MessageType(name = "CartCouponApplied", version = "1.0", context = "cart")
public record CartCouponApplied(UUID cartId, String code) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
