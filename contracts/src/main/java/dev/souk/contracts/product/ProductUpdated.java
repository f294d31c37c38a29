package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something about a product has changed; only the changed members are filled. A price change has its own event
/// too.
@MessageType(name = "ProductUpdated", version = "1.1", context = "product")
public record ProductUpdated(
        UUID eventId,
        Instant occurredAt,
        UUID productId,
        Changes changes,
        List<String> changedFields) implements Event {
    public ProductUpdated {
        changedFields = List.copyOf(changedFields);
    }

    @Override
    public String key() {
        return productId().toString();
    }

    public record Changes(
            @Nullable String name,
            @Nullable String description,
            @Nullable Long price,
            @Nullable String currency,
            @Nullable String category,
            @Nullable String status,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams) {}
}
