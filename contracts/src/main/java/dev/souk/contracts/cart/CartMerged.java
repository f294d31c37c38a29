package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The lines of the source cart are in the target cart now; the source is gone.
@MessageType(name = "CartMerged", version = "1.0", context = "cart")
public record CartMerged(UUID targetCartId, UUID sourceCartId, UUID customerId, int lines) implements Event {
    @Override
    public String key() {
        return targetCartId().toString();
    }
}
