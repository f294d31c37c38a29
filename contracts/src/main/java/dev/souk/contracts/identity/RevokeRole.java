package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a role away and ends the sessions that carry it.
@MessageType(name = "RevokeRole", version = "1.0", context = "identity")
public record RevokeRole(UUID identityId, String role, @Nullable Scope scope, UUID by) implements Command<Boolean> {
    @Override
    public String key() {
        return identityId.toString();
    }
}
