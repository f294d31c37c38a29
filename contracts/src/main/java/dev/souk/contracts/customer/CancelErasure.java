package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Calls an erasure off before it is carried out.
@MessageType(name = "CancelErasure", version = "1.0", context = "customer")
public record CancelErasure(UUID requestId, UUID customerId) implements Command<UUID> {
    @Override
    public String key() {
        return requestId().toString();
    }
}
