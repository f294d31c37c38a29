package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything inventory keeps about one sku.
@MessageType(name = "GetStockItem", version = "1.0", context = "inventory")
public record GetStockItem(String sku) implements Query<Optional<GetStockItem.Item>> {
    public record Item(
            String sku,
            UUID productId,
            @Nullable UUID sellerId,
            boolean sellable,
            long available,
            long reserved,
            long onHand,
            long reorderPoint,
            long autoReorderAt,
            @Nullable Long reorderQuantity,
            long policyVersion,
            boolean low,
            List<StockPosition> positions,
            Instant asOf) {
        public Item {
            positions = List.copyOf(positions);
        }
    }
}
