package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of products in the order of their ids. A category stands for all below it too; `status` null means what is
/// for sale, ANY all there is.
@MessageType(name = "ListProducts", version = "1.0", context = "product")
public record ListProducts(
        @Nullable UUID categoryId,
        @Nullable String status,
        @Nullable UUID sellerId,
        @Nullable String sku,
        @Nullable String cursor,
        int limit)
        implements Query<ListProducts.Page> {
    /// `nextCursor` is null on the last page.
    public record Page(List<Item> items, @Nullable String nextCursor) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// `price` in minor units; `availability` IN_STOCK, LOW or OUT, null while unknown.
    public record Item(
            UUID productId,
            String sku,
            String name,
            long price,
            String currency,
            @Nullable String category,
            String status,
            @Nullable String imageUrl,
            @Nullable String availability,
            long version) {}
}
