package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what is filled of a variant, leaves what is null. Answers the version of the product.
@MessageType(name = "UpdateProductVariant", version = "1.0", context = "product")
public record UpdateProductVariant(
        UUID productId,
        UUID variantId,
        @Nullable Map<String, String> attributes,
        @Nullable Long price,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
