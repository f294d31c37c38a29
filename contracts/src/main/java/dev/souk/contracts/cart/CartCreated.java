package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart has been opened.
@MessageType(name = "CartCreated", version = "1.0", context = "cart")
public record CartCreated(UUID cartId, @Nullable UUID customerId, String currency, Instant createdAt) implements Event {
    @Override
    public String key() {
        return cartId().toString();
    }
}
