package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a client that can keep one a new secret, its first or the next; shown this once.
///
/// @param overlapSeconds for so long the former one is still taken; 0 when it may be known to others
@MessageType(name = "IssueClientSecret", version = "1.0", context = "identity")
public record IssueClientSecret(String clientId, long overlapSeconds, UUID by) implements Confidential<IssueClientSecret.Issued> {
    @Override
    public String key() {
        return clientId;
    }

    /// @param formerUntil null when there was none, or it is taken no more
    public record Issued(String clientId, Secret secret, @Nullable Instant formerUntil) {}
}
