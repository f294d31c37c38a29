package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;

/// Nothing is sent to this address any more. `channel` is EMAIL, SMS or PUSH; `reason` is HARD_BOUNCE, COMPLAINT or
/// MANUAL.
@MessageType(name = "SuppressRecipient", version = "1.0", context = "notification")
public record SuppressRecipient(String channel, Sealed<String> address, String reason) implements Command<String> {
    @Override
    public String key() {
        return channel();
    }
}
