package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Skus at or below their reorder point, in order of sku. `sellerId` narrows it to one seller's.
@MessageType(name = "ListLowStock", version = "1.0", context = "inventory")
public record ListLowStock(@Nullable UUID sellerId, @Nullable String cursor, int limit)
        implements Query<ListLowStock.Page> {
    /// `next` is null on the last page.
    public record Page(List<Item> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    public record Item(String sku, UUID productId, long available, long reserved, long reorderPoint) {}
}
