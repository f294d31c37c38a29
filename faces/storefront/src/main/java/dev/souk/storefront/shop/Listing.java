package dev.souk.storefront.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of products.
public record Listing(List<Item> items, @Nullable String nextCursor) {
    public static final Listing NONE = new Listing(List.of(), null);

    /// @param availability IN_STOCK, LOW or OUT; null while unknown
    public record Item(
            UUID productId,
            String name,
            long price,
            String currency,
            @Nullable String category,
            @Nullable String imageUrl,
            @Nullable String availability) {
        public boolean out() {
            return "OUT".equals(availability);
        }

        public boolean low() {
            return "LOW".equals(availability);
        }
    }
}
