package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Too many wrong passwords: nobody gets in before `until`, with the right one either.
@MessageType(name = "IdentityLocked", version = "1.0", context = "identity")
public record IdentityLocked(UUID identityId, Instant until) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
