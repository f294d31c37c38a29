package dev.souk.contracts.product;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// An import is through; `total` rows, of which some changed nothing. A dry run is not announced.
@MessageType(name = "ProductImportCompleted", version = "1.0", context = "product")
public record ProductImportCompleted(
        UUID importId,
        int total,
        int created,
        int updated,
        int failed,
        Instant completedAt)
        implements Event {
    @Override
    public String key() {
        return importId().toString();
    }
}
