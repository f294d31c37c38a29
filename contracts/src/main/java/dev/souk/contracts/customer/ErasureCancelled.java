package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The person stays.
@MessageType(name = "ErasureCancelled", version = "1.0", context = "customer")
public record ErasureCancelled(UUID requestId, UUID customerId) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}
