package dev.souk.product.db;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that may be read of a product, as HTTP answers it.
///
/// @param price minor units
/// @param category slug
/// @param status DRAFT, ACTIVE or ARCHIVED; a discontinued product reads ARCHIVED and has `discontinued`
/// @param availability what inventory last said; null while it has said nothing
public record ProductView(
        UUID productId,
        String sku,
        String name,
        @Nullable String description,
        long price,
        String currency,
        @Nullable UUID categoryId,
        @Nullable String category,
        String status,
        @Nullable Discontinued discontinued,
        @Nullable UUID sellerId,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams,
        Map<String, String> attributes,
        List<Variant> variants,
        List<Image> images,
        @Nullable Availability availability,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /// One variant.
    ///
    /// @param price null means the product's
    public record Variant(UUID variantId, String sku, Map<String, String> attributes, @Nullable Long price) {}

    public record Image(UUID imageId, String url, @Nullable String sha256, boolean primary, int order) {}

    public record Discontinued(String reason, Instant at, @Nullable UUID replacementProductId) {}

    /// What inventory last said, over all skus of the product.
    ///
    /// @param state IN_STOCK, LOW or OUT
    /// @param available units over all skus of the product; left out when `asOf` is too long ago to name a number
    public record Availability(String state, @Nullable Long available, Instant asOf) {
        Availability withoutNumber() {
            return new Availability(state, null, asOf);
        }
    }

    public boolean draft() {
        return "DRAFT".equals(status);
    }

    ProductView with(@Nullable Availability other) {
        return new ProductView(
                productId, sku, name, description, price, currency, categoryId, category, status, discontinued, sellerId,
                taxCategory, weightGrams, attributes, variants, images, other, createdAt, updatedAt, version);
    }
}
