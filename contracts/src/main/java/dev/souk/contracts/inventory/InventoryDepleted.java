package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Nothing is left to sell, over all locations.
@MessageType(name = "InventoryDepleted", version = "1.0", context = "inventory")
public record InventoryDepleted(String sku, UUID productId, Instant depletedAt) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
