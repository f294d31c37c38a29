package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product has been added to the catalogue. Consumers must not assume that every derived attribute is present
/// yet.
@MessageType(name = "ProductCreated", version = "1.1", context = "product")
public record ProductCreated(UUID eventId, Instant occurredAt, Product product) implements Event {
    @Override
    public String key() {
        return product().productId().toString();
    }

    /// `price` in minor units; `status` DRAFT, ACTIVE or ARCHIVED.
    public record Product(
            UUID productId,
            String sku,
            String name,
            @Nullable String description,
            long price,
            String currency,
            @Nullable String category,
            String status,
            @Nullable UUID sellerId,
            List<Variant> variants,
            @Nullable UUID categoryId,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams) {
        public Product {
            variants = List.copyOf(variants);
        }
    }

    /// One variant with a sku of its own; `price` null means the product's.
    public record Variant(UUID variantId, String sku, Map<String, String> attributes, @Nullable Long price) {
        public Variant {
            attributes = Map.copyOf(attributes);
        }
    }
}
