package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives somebody a role. ADMIN, FINANCE and OPERATOR wait until another administrator approves.
///
/// @param by identity of the administrator
@MessageType(name = "AssignRole", version = "1.0", context = "identity")
public record AssignRole(
        UUID identityId, String role, @Nullable Scope scope, UUID by)
        implements Command<AssignRole.Assigned> {
    @Override
    public String key() {
        return identityId.toString();
    }

    /// @param requestId what waits for a second pair of eyes; null when the role is there
    public record Assigned(@Nullable UUID requestId) {}
}
