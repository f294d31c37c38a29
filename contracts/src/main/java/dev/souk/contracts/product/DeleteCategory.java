package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Removes a category that has neither products nor categories below it.
@MessageType(name = "DeleteCategory", version = "1.0", context = "product")
public record DeleteCategory(UUID categoryId, @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
