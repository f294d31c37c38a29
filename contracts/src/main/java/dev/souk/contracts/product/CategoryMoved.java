package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A category hangs elsewhere, with all below it.
@MessageType(name = "CategoryMoved", version = "1.0", context = "product")
public record CategoryMoved(
        UUID categoryId,
        String slug,
        @Nullable UUID previousParentCategoryId,
        @Nullable UUID parentCategoryId,
        String path)
        implements Event {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
