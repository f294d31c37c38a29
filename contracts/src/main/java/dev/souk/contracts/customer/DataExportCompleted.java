package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The copy can be fetched until it expires.
@MessageType(name = "DataExportCompleted", version = "1.0", context = "customer")
public record DataExportCompleted(
        UUID requestId,
        UUID customerId,
        String packageSha256,
        Instant expiresAt) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}
