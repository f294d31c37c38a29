package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The owner of the address answered a mail to it.
///
/// @param email the address; may be newer than the one that customer has
@MessageType(name = "EmailVerified", version = "1.0", context = "identity")
public record EmailVerified(UUID customerId, Instant at, @Nullable Sealed<String> email) implements Event {
    @Override
    public String key() {
        return customerId.toString();
    }
}
