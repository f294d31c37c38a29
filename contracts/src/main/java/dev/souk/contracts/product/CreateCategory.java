package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds a category below another, or at the top; the same id with the same slug again changes nothing.
@MessageType(name = "CreateCategory", version = "1.0", context = "product")
public record CreateCategory(
        UUID categoryId,
        String slug,
        String displayName,
        @Nullable UUID parentCategoryId)
        implements Command<Long> {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
