package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Slug or name of a category have changed; all members are the new state. The paths below it follow.
@MessageType(name = "CategoryUpdated", version = "1.0", context = "product")
public record CategoryUpdated(
        UUID categoryId,
        String slug,
        String displayName,
        @Nullable UUID parentCategoryId,
        String path)
        implements Event {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
