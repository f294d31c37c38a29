package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// All other sessions have ended.
@MessageType(name = "PasswordChanged", version = "1.0", context = "identity")
public record PasswordChanged(UUID identityId, Instant at) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
