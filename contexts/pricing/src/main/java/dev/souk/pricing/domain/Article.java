package dev.souk.pricing.domain;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product as pricing remembers it from the catalogue's events.
///
/// @param version of the product, as far as seen
/// @param revision counts the changes of this copy
public record Article(
        UUID productId,
        String sku,
        long price,
        String currency,
        @Nullable String taxCategory,
        int weightGrams,
        String status,
        long version,
        long revision,
        Map<UUID, Variant> variants) {
    public static final String ON_SALE = "ACTIVE";

    public Article {
        variants = Map.copyOf(variants);
    }

    /// A variant; `price` null means the product's.
    public record Variant(UUID variantId, String sku, @Nullable Long price, boolean removed) {}

    public boolean onSale() {
        return status.equals(ON_SALE);
    }

    /// What is bought: the product itself, or one of its variants. Null when it has no such variant.
    public @Nullable Item item(@Nullable UUID variantId) {
        if (variantId == null) {
            return new Item(productId, sku, price, onSale());
        }
        var variant = variants.get(variantId);
        if (variant == null) {
            return null;
        }
        var own = variant.price();
        return new Item(variantId, variant.sku(), own == null ? price : own, onSale() && !variant.removed());
    }

    /// The thing with a sku and a base price.
    public record Item(UUID itemId, String sku, long price, boolean onSale) {}
}
