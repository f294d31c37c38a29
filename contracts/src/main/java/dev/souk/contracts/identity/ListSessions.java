package dev.souk.contracts.identity;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody is signed in, the last one first.
@MessageType(name = "ListSessions", version = "1.0", context = "identity")
public record ListSessions(UUID identityId) implements Query<List<ListSessions.Session>> {
    /// @param device what the browser said of itself
    /// @param network the part of the address that says where
    public record Session(
            UUID sessionId, String clientId, @Nullable String device, @Nullable String network, Instant signedInAt, Instant lastUsedAt) {}
}
