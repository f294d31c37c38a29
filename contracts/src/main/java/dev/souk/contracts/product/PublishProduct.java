package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts a draft on sale. Answers the version.
@MessageType(name = "PublishProduct", version = "1.0", context = "product")
public record PublishProduct(UUID productId, @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
