package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// So little is left that somebody should buy; suggested once until stock has been above the level again.
@MessageType(name = "ReorderSuggested", version = "1.0", context = "inventory")
public record ReorderSuggested(String sku, UUID productId, long suggestedQuantity, long available) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
