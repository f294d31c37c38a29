package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The person's key is destroyed. Every context deletes or pseudonymises what it holds and answers ErasurePartCompleted.
@MessageType(name = "CustomerErased", version = "1.0", context = "customer")
public record CustomerErased(UUID requestId, UUID customerId, String keyId, Instant erasedAt) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}
