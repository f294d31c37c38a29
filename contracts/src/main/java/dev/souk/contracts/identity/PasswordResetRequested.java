package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The owner of the address asked for a new password. The link is fetched by [IssueOneTimeLink].
@MessageType(name = "PasswordResetRequested", version = "1.0", context = "identity")
public record PasswordResetRequested(UUID identityId, UUID resetRef, Instant expiresAt) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
