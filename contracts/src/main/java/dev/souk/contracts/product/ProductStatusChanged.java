package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The status moved between DRAFT, ACTIVE, DISCONTINUED and ARCHIVED.
@MessageType(name = "ProductStatusChanged", version = "1.0", context = "product")
public record ProductStatusChanged(
        UUID productId,
        String previousStatus,
        String newStatus,
        Instant changedAt) implements Event {
    @Override
    public String key() {
        return productId().toString();
    }
}
