package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Everything has been taken out.
@MessageType(name = "CartCleared", version = "1.0", context = "cart")
public record CartCleared(UUID cartId, Instant clearedAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
