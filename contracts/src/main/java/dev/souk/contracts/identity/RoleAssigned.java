package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role was granted.
///
/// @param by identity of who did; of who approved, where four eyes are needed
@MessageType(name = "RoleAssigned", version = "1.0", context = "identity")
public record RoleAssigned(UUID identityId, String role, @Nullable Scope scope, String by) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
