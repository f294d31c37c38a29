package dev.souk.backoffice.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of products.
public record Goods(List<Item> items, @Nullable String nextCursor) {
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
