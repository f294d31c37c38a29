package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import org.jspecify.annotations.Nullable;

/// Stock of a sku now counts as low at another level.
@MessageType(name = "ReorderPolicyChanged", version = "1.0", context = "inventory")
public record ReorderPolicyChanged(
        String sku,
        long reorderPoint,
        @Nullable Long autoReorderAt,
        @Nullable Long reorderQuantity) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
