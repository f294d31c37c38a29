package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Still readable, no longer sold. `reason` is DISCONTINUED, RECALL or SELLER_LEFT.
@MessageType(name = "ProductDiscontinued", version = "1.0", context = "product")
public record ProductDiscontinued(
        UUID productId,
        String sku,
        String reason,
        @Nullable UUID replacementProductId,
        Instant discontinuedAt) implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
