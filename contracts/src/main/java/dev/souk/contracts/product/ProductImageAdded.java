package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A product has a further picture.
@MessageType(name = "ProductImageAdded", version = "1.0", context = "product")
public record ProductImageAdded(UUID productId, UUID imageId, String url, boolean primary, int order)
        implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
