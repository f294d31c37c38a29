package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends a session, or all of them.
///
/// @param sessionId null for all
/// @param but stays open when all others end
@MessageType(name = "RevokeSession", version = "1.0", context = "identity")
public record RevokeSession(
        UUID identityId, @Nullable UUID sessionId, @Nullable UUID but, String reason)
        implements Command<Boolean> {
    @Override
    public String key() {
        return identityId.toString();
    }
}
