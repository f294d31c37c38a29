package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The cart carries the code no more. `reason` is REQUESTED or PROMOTION_EXPIRED.
@MessageType(name = "CartCouponRemoved", version = "1.0", context = "cart")
public record CartCouponRemoved(UUID cartId, String code, String reason) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
