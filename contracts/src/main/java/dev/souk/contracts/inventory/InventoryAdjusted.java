package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// What is on hand was corrected by `delta`; `onHand` is the position at that location afterwards.
@MessageType(name = "InventoryAdjusted", version = "1.0", context = "inventory")
public record InventoryAdjusted(
        UUID adjustmentId,
        String sku,
        String locationId,
        long delta,
        String reason,
        long onHand,
        String by) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
