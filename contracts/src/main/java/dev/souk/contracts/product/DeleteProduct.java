package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Withdraws a product from the catalogue; its row and its events stay. `reason` as in [ProductDeleted].
@MessageType(name = "DeleteProduct", version = "1.1", context = "product")
public record DeleteProduct(
        UUID productId,
        @Nullable String reason,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
