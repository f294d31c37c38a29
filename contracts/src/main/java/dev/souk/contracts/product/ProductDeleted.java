package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product has been withdrawn from the catalogue. `reason` is DISCONTINUED, DUPLICATE, MERCHANT_REQUEST or OTHER.
@MessageType(name = "ProductDeleted", version = "1.0", context = "product")
public record ProductDeleted(
        UUID eventId,
        Instant occurredAt,
        UUID productId,
        @Nullable String reason) implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
