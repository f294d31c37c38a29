package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Every context has answered and nothing of the person was found any more.
@MessageType(name = "ErasureCompleted", version = "1.0", context = "customer")
public record ErasureCompleted(
        UUID requestId,
        int parts,
        String certificateSha256,
        Instant completedAt) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}
