package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Available stock fell to the reorder point; raised once per crossing, re-armed at the point plus 20%.
@MessageType(name = "LowStockAlert", version = "1.0", context = "inventory")
public record LowStockAlert(
        String sku,
        UUID productId,
        @Nullable UUID sellerId,
        @Nullable String locationId,
        long available,
        long reorderPoint,
        Instant raisedAt) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
