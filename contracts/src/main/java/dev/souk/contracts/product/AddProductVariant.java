package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds a variant with a sku of its own; the same `variantId` with the same sku again changes nothing.
@MessageType(name = "AddProductVariant", version = "1.0", context = "product")
public record AddProductVariant(
        UUID productId,
        UUID variantId,
        String sku,
        Map<String, String> attributes,
        @Nullable Long price,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    public AddProductVariant {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String key() {
        return productId().toString();
    }
}
