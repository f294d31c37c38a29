package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hangs a category with all below it under another, or at the top when `parentCategoryId` is null.
@MessageType(name = "MoveCategory", version = "1.0", context = "product")
public record MoveCategory(
        UUID categoryId,
        @Nullable UUID parentCategoryId,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
