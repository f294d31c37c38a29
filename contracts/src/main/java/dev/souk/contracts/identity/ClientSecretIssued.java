package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A client has a new secret.
///
/// @param formerUntil how long the former one is still taken; null when there is none
@MessageType(name = "ClientSecretIssued", version = "1.0", context = "identity")
public record ClientSecretIssued(String clientId, @Nullable Instant formerUntil, String by) implements Event {
    @Override
    public String key() {
        return clientId;
    }
}
