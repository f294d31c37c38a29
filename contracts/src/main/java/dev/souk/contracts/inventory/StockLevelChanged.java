package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The present level over all locations; coalesced, at most one per sku and second, the last one wins.
@MessageType(name = "StockLevelChanged", version = "1.0", context = "inventory")
public record StockLevelChanged(
        String sku,
        UUID productId,
        long available,
        long reserved,
        long onHand,
        long version) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
