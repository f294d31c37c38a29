package dev.souk.contracts.identity;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.Set;
import java.util.UUID;

/// Sessions that ended before their time and whose access tokens have not expired yet.
@MessageType(name = "ListEndedSessions", version = "1.0", context = "identity")
public record ListEndedSessions() implements Query<Set<UUID>> {
}
