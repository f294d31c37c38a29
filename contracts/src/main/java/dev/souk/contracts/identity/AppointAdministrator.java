package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.time.Instant;
import java.util.UUID;

/// Makes one of the first two administrators, who have nobody yet to grant them the role; called by whoever holds the
/// data directory. Refused `ADMINISTRATORS_EXIST` when there are two.
@MessageType(name = "AppointAdministrator", version = "1.0", context = "identity")
public record AppointAdministrator(Secret email) implements Confidential<AppointAdministrator.Appointed> {
    @Override
    public String key() {
        return "administrators";
    }

    /// @param url sets the password
    public record Appointed(UUID identityId, Secret url, Instant expiresAt) {}
}
