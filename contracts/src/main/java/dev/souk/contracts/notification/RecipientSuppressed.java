package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;

/// Nothing is sent to this address any more. The address itself is not in it.
@MessageType(name = "RecipientSuppressed", version = "1.0", context = "notification")
public record RecipientSuppressed(String addressHash, String channel, String reason) implements Event {
    @Override
    public String key() {
        return addressHash();
    }
}
