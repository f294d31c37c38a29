package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends the sale of a variant; its sku is not given away again. Answers the version of the product.
@MessageType(name = "RemoveProductVariant", version = "1.0", context = "product")
public record RemoveProductVariant(UUID productId, UUID variantId, @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
