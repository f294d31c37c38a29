package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The owner of the address asked for a new password. The link is fetched by [IssueOneTimeLink].
///
/// @param email of a member of staff, whom nobody else knows; null for customers
@MessageType(name = "PasswordResetRequested", version = "1.1", context = "identity")
public record PasswordResetRequested(UUID identityId, UUID resetRef, Instant expiresAt, @Nullable Sealed<String> email) implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
