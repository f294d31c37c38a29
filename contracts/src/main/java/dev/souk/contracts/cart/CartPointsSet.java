package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// So many reward points are to be spent on the cart; 0 means none.
@MessageType(name = "CartPointsSet", version = "1.0", context = "cart")
public record CartPointsSet(UUID cartId, long points) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
