package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Address or shipping method are chosen; empty when not yet.
@MessageType(name = "CartDeliverySet", version = "1.0", context = "cart")
public record CartDeliverySet(UUID cartId, String shippingMethodId, String country) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
