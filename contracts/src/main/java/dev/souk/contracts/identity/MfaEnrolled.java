package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A second factor is in use from now on.
@MessageType(name = "MfaEnrolled", version = "1.0", context = "identity")
public record MfaEnrolled(UUID identityId, String kind) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
