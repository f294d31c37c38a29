package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// An empty category has been removed.
@MessageType(name = "CategoryDeleted", version = "1.0", context = "product")
public record CategoryDeleted(UUID categoryId, String slug)
        implements Event {
    @Override
    public String key() {
        return categoryId().toString();
    }
}
