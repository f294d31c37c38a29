package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The second pair of eyes: somebody else than who asked.
@MessageType(name = "DecideRoleRequest", version = "1.0", context = "identity")
public record DecideRoleRequest(UUID requestId, boolean approve, UUID by) implements Command<Boolean> {
    @Override
    public String key() {
        return requestId.toString();
    }
}
