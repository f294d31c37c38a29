package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A category has been added; `path` is the slugs from the top, joined by slashes.
@MessageType(name = "CategoryCreated", version = "1.0", context = "product")
public record CategoryCreated(
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
