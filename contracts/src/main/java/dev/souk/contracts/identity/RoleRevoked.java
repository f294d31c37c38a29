package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role was taken away; the sessions that carried it have ended.
@MessageType(name = "RoleRevoked", version = "1.0", context = "identity")
public record RoleRevoked(UUID identityId, String role, @Nullable Scope scope, String by) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
