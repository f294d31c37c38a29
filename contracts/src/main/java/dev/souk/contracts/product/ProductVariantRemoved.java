package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A variant is no longer sold.
@MessageType(name = "ProductVariantRemoved", version = "1.0", context = "product")
public record ProductVariantRemoved(UUID productId, UUID variantId, String sku) implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
