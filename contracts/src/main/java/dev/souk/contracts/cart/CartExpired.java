package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Nothing has happened to the cart for too long; it cannot be used any more.
@MessageType(name = "CartExpired", version = "1.0", context = "cart")
public record CartExpired(UUID cartId, @Nullable UUID customerId, Instant expiredAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
