package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sign-in failed; for the security stream. Each is a fact of its own.
///
/// @param reason BAD_CREDENTIALS, LOCKED or MFA
/// @param ipPrefix the network, when it is known whose account was tried
/// @param network the same when it is nobody's
@MessageType(name = "AuthenticationFailed", version = "1.0", context = "identity")
public record AuthenticationFailed(
        UUID attemptId, @Nullable UUID identityId, String reason, @Nullable Sealed<String> ipPrefix, @Nullable String network,
        Instant at)
        implements Event {
    @Override
    public String key() {
        return attemptId.toString();
    }
}
