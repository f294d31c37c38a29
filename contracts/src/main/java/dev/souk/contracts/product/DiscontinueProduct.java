package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends the sale of a product that stays readable. `reason` is DISCONTINUED, RECALL or SELLER_LEFT.
@MessageType(name = "DiscontinueProduct", version = "1.0", context = "product")
public record DiscontinueProduct(
        UUID productId,
        String reason,
        @Nullable UUID replacementProductId,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
