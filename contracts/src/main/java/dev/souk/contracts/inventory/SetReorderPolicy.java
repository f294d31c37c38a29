package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import org.jspecify.annotations.Nullable;

/// When stock of a sku counts as low, and when and how much to reorder.
@MessageType(name = "SetReorderPolicy", version = "1.0", context = "inventory")
public record SetReorderPolicy(
        String sku,
        long reorderPoint,
        long autoReorderAt,
        @Nullable Long reorderQuantity,
        @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return sku();
    }
}
