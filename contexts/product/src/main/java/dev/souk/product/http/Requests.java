package dev.souk.product.http;

import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.UpdateProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The bodies that the catalogue's routes read. Prices are minor units.
final class Requests {
    private Requests() {}

    record Create(
            @Nullable UUID productId,
            @Nullable String sku,
            @Nullable String name,
            @Nullable String description,
            @Nullable Long price,
            @Nullable String currency,
            @Nullable String category,
            @Nullable String status,
            @Nullable UUID sellerId,
            @Nullable List<@Nullable NewVariant> variants,
            @Nullable Map<String, @Nullable String> attributes,
            @Nullable List<@Nullable NewImage> images,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams) {
        CreateProduct command(Fields fields, UUID id, @Nullable UUID seller) {
            return new CreateProduct(
                    id,
                    fields.text("sku", sku),
                    fields.text("name", name),
                    description,
                    fields.number("price", price),
                    fields.text("currency", currency),
                    category,
                    status,
                    seller,
                    fields.list("variants", variants).stream().map(v -> v.told(fields)).toList(),
                    fields.texts("attributes", attributes),
                    fields.list("images", images).stream().map(i -> i.told(fields)).toList(),
                    taxCategory,
                    weightGrams);
        }
    }

    record NewVariant(
            @Nullable String sku, @Nullable Map<String, @Nullable String> attributes, @Nullable Long price) {
        CreateProduct.Variant told(Fields fields) {
            return new CreateProduct.Variant(
                    fields.text("variants[].sku", sku), fields.texts("variants[].attributes", attributes), price);
        }
    }

    record NewImage(@Nullable String url, @Nullable Boolean primary, @Nullable Integer order) {
        CreateProduct.Image told(Fields fields) {
            return new CreateProduct.Image(fields.text("images[].url", url), primary, order);
        }
    }

    record Update(
            @Nullable String name,
            @Nullable String description,
            @Nullable Long price,
            @Nullable String currency,
            @Nullable String category,
            @Nullable String status,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams,
            @Nullable Map<String, @Nullable String> attributes,
            @Nullable Long expectedVersion) {
        UpdateProduct command(Fields fields, UUID id, @Nullable Long version) {
            return new UpdateProduct(
                    id,
                    name,
                    description,
                    price,
                    currency,
                    category,
                    status,
                    taxCategory,
                    weightGrams,
                    attributes == null ? null : fields.texts("attributes", attributes),
                    version);
        }
    }

    record Price(
            @Nullable UUID variantId,
            @Nullable Long price,
            @Nullable String currency,
            @Nullable Instant effectiveAt,
            @Nullable String reason,
            @Nullable Long expectedVersion) {}

    record Publish(@Nullable Long expectedVersion) {}

    record Discontinue(
            @Nullable String reason, @Nullable UUID replacementProductId, @Nullable Long expectedVersion) {}

    record AddVariant(
            @Nullable UUID variantId,
            @Nullable String sku,
            @Nullable Map<String, @Nullable String> attributes,
            @Nullable Long price,
            @Nullable Long expectedVersion) {}

    record ChangeVariant(
            @Nullable Map<String, @Nullable String> attributes,
            @Nullable Long price,
            @Nullable Long expectedVersion) {}

    record AttachImage(
            @Nullable UUID imageId,
            @Nullable String url,
            @Nullable String sha256,
            @Nullable Boolean primary,
            @Nullable Integer order,
            @Nullable Long expectedVersion) {}

    record NewCategory(
            @Nullable UUID categoryId,
            @Nullable String slug,
            @Nullable String displayName,
            @Nullable UUID parentCategoryId) {}

    record ChangeCategory(
            @Nullable String slug, @Nullable String displayName, @Nullable Long expectedVersion) {}

    record PlaceCategory(@Nullable UUID parentCategoryId, @Nullable Long expectedVersion) {}
}
