package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product has a further variant; `price` (minor units) null means the product's.
@MessageType(name = "ProductVariantAdded", version = "1.0", context = "product")
public record ProductVariantAdded(
        UUID productId,
        UUID variantId,
        String sku,
        Map<String, String> attributes,
        @Nullable Long price) implements Event {
    public ProductVariantAdded {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String key() {
        return productId().toString();
    }
}
