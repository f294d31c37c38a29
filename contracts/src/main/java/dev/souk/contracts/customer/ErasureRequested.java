package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The person will be forgotten after this instant unless she changes her mind.
@MessageType(name = "ErasureRequested", version = "1.0", context = "customer")
public record ErasureRequested(UUID requestId, UUID customerId, Instant executeAfter) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}
