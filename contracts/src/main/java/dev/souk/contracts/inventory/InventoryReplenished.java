package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Goods have arrived.
@MessageType(name = "InventoryReplenished", version = "1.0", context = "inventory")
public record InventoryReplenished(
        String sku,
        UUID productId,
        String locationId,
        long quantity,
        long available,
        UUID receiptId) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
