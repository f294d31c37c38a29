package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// An address waits to be verified. The link is fetched by [IssueOneTimeLink].
@MessageType(name = "EmailVerificationRequested", version = "1.0", context = "identity")
public record EmailVerificationRequested(
        UUID identityId, UUID customerId, UUID linkRef, Instant expiresAt)
        implements Event {
    @Override
    public String key() {
        return identityId.toString();
    }
}
