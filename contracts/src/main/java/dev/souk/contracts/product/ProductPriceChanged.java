package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The base price (minor units) of a product, or of one variant, is now another.
@MessageType(name = "ProductPriceChanged", version = "1.0", context = "product")
public record ProductPriceChanged(
        UUID productId,
        @Nullable UUID variantId,
        String sku,
        long oldPrice,
        long newPrice,
        String currency,
        Instant effectiveAt,
        String changedBy,
        @Nullable String reason) implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
