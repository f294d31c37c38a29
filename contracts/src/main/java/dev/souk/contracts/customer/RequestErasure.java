package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Asks for a person to be forgotten. Can be cancelled until it is carried out.
@MessageType(name = "RequestErasure", version = "1.0", context = "customer")
public record RequestErasure(UUID requestId, UUID customerId, String confirm) implements Command<UUID> {
    @Override
    public String key() {
        return requestId().toString();
    }
}
