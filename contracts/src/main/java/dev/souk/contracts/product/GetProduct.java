package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the catalogue says about one product; empty when there is none with this id, also when it has been deleted.
@MessageType(name = "GetProduct", version = "1.0", context = "product")
public record GetProduct(UUID productId) implements Query<Optional<GetProduct.Product>> {
    /// `price` in minor units; `status` DRAFT, ACTIVE, DISCONTINUED or ARCHIVED; only ACTIVE is for sale.
    public record Product(
            UUID productId,
            String sku,
            String name,
            long price,
            String currency,
            String status,
            List<Variant> variants,
            @Nullable UUID categoryId,
            @Nullable String category,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams,
            long version) {
        public Product {
            variants = List.copyOf(variants);
        }
    }

    /// `price` null means the product's.
    public record Variant(UUID variantId, String sku, @Nullable Long price, Map<String, String> attributes) {
        public Variant {
            attributes = Map.copyOf(attributes);
        }
    }
}
