package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.util.UUID;

/// The owner of an address opened the link that was sent there. Answers whose it is.
@MessageType(name = "VerifyEmail", version = "1.0", context = "identity")
public record VerifyEmail(Secret token) implements Confidential<UUID> {
    @Override
    public String key() {
        return "verify";
    }
}
