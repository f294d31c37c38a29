package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.time.Instant;
import java.util.UUID;

/// Fetches the link that [PasswordResetRequested] or [EmailVerificationRequested] is about, when the mail is written.
/// Each call makes a working link; the first one used ends them all. Refused `LINK_GONE` when used or expired.
@MessageType(name = "IssueOneTimeLink", version = "1.0", context = "identity")
public record IssueOneTimeLink(UUID linkRef) implements Confidential<IssueOneTimeLink.Link> {
    @Override
    public String key() {
        return linkRef.toString();
    }

    /// Where the person goes.
    public record Link(Secret url, Instant expiresAt) {}
}
