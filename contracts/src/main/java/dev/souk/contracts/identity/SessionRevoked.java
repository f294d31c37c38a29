package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session has ended before its time.
///
/// @param sessionId null when all of them have
/// @param reason for example `SIGNED_OUT`, `REUSED`, `PASSWORD_CHANGED`
@MessageType(name = "SessionRevoked", version = "1.0", context = "identity")
public record SessionRevoked(
        UUID identityId, @Nullable UUID sessionId, @Nullable Boolean all, String reason)
        implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
