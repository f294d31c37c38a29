package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Asks for a copy of everything that is held about a person. Answers the request that is under way, if there is one.
@MessageType(name = "RequestDataExport", version = "1.0", context = "customer")
public record RequestDataExport(UUID requestId, UUID customerId) implements Command<UUID> {
    @Override
    public String key() {
        return requestId().toString();
    }
}
