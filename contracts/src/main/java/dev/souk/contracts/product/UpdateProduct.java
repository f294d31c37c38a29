package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what is filled, leaves what is null. `status` DRAFT, ACTIVE or ARCHIVED. Answers the version.
@MessageType(name = "UpdateProduct", version = "1.1", context = "product")
public record UpdateProduct(
        UUID productId,
        @Nullable String name,
        @Nullable String description,
        @Nullable Long price,
        @Nullable String currency,
        @Nullable String category,
        @Nullable String status,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams,
        @Nullable Map<String, String> attributes,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
