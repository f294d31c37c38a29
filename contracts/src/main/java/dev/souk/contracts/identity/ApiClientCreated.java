package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;

/// A machine or an application may ask for tokens.
@MessageType(name = "ApiClientCreated", version = "1.0", context = "identity")
public record ApiClientCreated(String clientId, List<String> scopes, String by) implements Event {
    @Override
    public String key() {
        return clientId;
    }
}
