package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds a picture by its address and SHA-256 (hex); the bytes are never fetched here.
@MessageType(name = "AttachProductImage", version = "1.0", context = "product")
public record AttachProductImage(
        UUID productId,
        UUID imageId,
        String url,
        String sha256,
        @Nullable Boolean primary,
        @Nullable Integer order,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
