package dev.souk.storefront.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One product.
public record Product(
        UUID productId,
        String sku,
        String name,
        @Nullable String description,
        long price,
        String currency,
        @Nullable String category,
        String status,
        @Nullable Integer weightGrams,
        Map<String, String> attributes,
        List<Variant> variants,
        List<Image> images) {

    public record Variant(UUID variantId, String sku, Map<String, String> attributes, @Nullable Long price) {
        public String title() {
            return attributes.isEmpty() ? sku : String.join(", ", attributes.values());
        }
    }

    public record Image(String url) {}

    public boolean forSale() {
        return status.equals("ACTIVE");
    }

    public long priceOf(Variant variant) {
        return variant.price() == null ? price : variant.price();
    }

    /// @param availability IN_STOCK, LOW or OUT
    /// @param left when they are few
    public record Stock(String availability, @Nullable Integer left, List<Sku> skus) {
        public record Sku(String sku, String availability, @Nullable Integer left) {}

        public Sku of(String sku) {
            return skus.stream().filter(one -> one.sku().equals(sku)).findFirst()
                    .orElseGet(() -> new Sku(sku, availability, left));
        }
    }

    /// Newest first.
    ///
    /// @param lowest30d of the last 30 days, minor units
    public record Prices(List<Was> prices, @Nullable Long lowest30d) {}

    public record Was(long price) {}
}
