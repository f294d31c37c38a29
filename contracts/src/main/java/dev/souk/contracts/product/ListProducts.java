package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of products. A category stands for all below it too; `status` null means what is for sale, ANY all there is.
///
/// @param text words that name or sku have to have, each also as a beginning
/// @param sort `newest`, `name`, `price` or `-price`; null is the order of the ids
/// @param minPrice in minor units, like `maxPrice`; both inclusive
/// @param available true leaves out what inventory has none of
@MessageType(name = "ListProducts", version = "1.0", context = "product")
public record ListProducts(
        @Nullable UUID categoryId,
        @Nullable String status,
        @Nullable UUID sellerId,
        @Nullable String sku,
        @Nullable String cursor,
        int limit,
        @Nullable String text,
        @Nullable String sort,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable Boolean available)
        implements Query<ListProducts.Page> {
    /// In the order of the ids, of every price.
    public ListProducts(
            @Nullable UUID categoryId,
            @Nullable String status,
            @Nullable UUID sellerId,
            @Nullable String sku,
            @Nullable String cursor,
            int limit) {
        this(categoryId, status, sellerId, sku, cursor, limit, null, null, null, null, null);
    }

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
