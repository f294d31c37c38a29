package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody can sign in. For customers both ids are equal; members of staff have no customer.
@MessageType(name = "IdentityCreated", version = "1.0", context = "identity")
public record IdentityCreated(UUID identityId, @Nullable UUID customerId) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
