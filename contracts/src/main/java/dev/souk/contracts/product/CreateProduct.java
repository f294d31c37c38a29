package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds a product to the catalogue and answers its version. The same `productId` with the same sku again changes
/// nothing. `price` in minor units; `status` DRAFT (also when absent) or ACTIVE; `category` a slug or a name.
@MessageType(name = "CreateProduct", version = "1.1", context = "product")
public record CreateProduct(
        UUID productId,
        String sku,
        String name,
        @Nullable String description,
        long price,
        String currency,
        @Nullable String category,
        @Nullable String status,
        @Nullable UUID sellerId,
        List<Variant> variants,
        Map<String, String> attributes,
        List<Image> images,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams)
        implements Command<Long> {
    public CreateProduct {
        variants = List.copyOf(variants);
        attributes = Map.copyOf(attributes);
        images = List.copyOf(images);
    }

    @Override
    public String key() {
        return productId().toString();
    }

    /// `price` null means the product's.
    public record Variant(String sku, Map<String, String> attributes, @Nullable Long price) {
        public Variant {
            attributes = Map.copyOf(attributes);
        }
    }

    public record Image(String url, @Nullable Boolean primary, @Nullable Integer order) {}
}
