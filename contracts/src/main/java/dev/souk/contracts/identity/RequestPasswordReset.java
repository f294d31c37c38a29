package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;

/// Sends the owner of an address a link for a new password. The answer is the same for any address.
@MessageType(name = "RequestPasswordReset", version = "1.0", context = "identity")
public record RequestPasswordReset(Secret email) implements Confidential<Boolean> {
    @Override
    public String key() {
        return "reset";
    }
}
