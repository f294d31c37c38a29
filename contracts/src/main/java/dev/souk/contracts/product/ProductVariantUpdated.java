package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Attributes or price of a variant have changed; all members are the new state.
@MessageType(name = "ProductVariantUpdated", version = "1.0", context = "product")
public record ProductVariantUpdated(
        UUID productId,
        UUID variantId,
        String sku,
        Map<String, String> attributes,
        @Nullable Long price) implements Event {
    public ProductVariantUpdated {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String key() {
        return productId().toString();
    }
}
