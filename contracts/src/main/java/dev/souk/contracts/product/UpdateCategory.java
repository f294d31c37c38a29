package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes the slug or the name of a category; what is null stays.
@MessageType(name = "UpdateCategory", version = "1.0", context = "product")
public record UpdateCategory(
        UUID categoryId,
        @Nullable String slug,
        @Nullable String displayName,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
