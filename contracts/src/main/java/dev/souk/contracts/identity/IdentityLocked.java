package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Too many wrong passwords: nobody gets in before `until`, with the right one either.
///
/// @param email of a member of staff, whom nobody else knows; null for customers
@MessageType(name = "IdentityLocked", version = "1.1", context = "identity")
public record IdentityLocked(UUID identityId, Instant until, @Nullable Sealed<String> email) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
