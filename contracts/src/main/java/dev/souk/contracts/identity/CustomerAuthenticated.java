package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer signed in.
///
/// @param method PASSWORD, MFA or SSO
/// @param ipAddress truncated to its network
@MessageType(name = "CustomerAuthenticated", version = "1.0", context = "identity")
public record CustomerAuthenticated(
        UUID eventId, Instant occurredAt, UUID customerId, String method, @Nullable Sealed<String> ipAddress)
        implements Event {
    @Override
    public String key() {
        return customerId.toString();
    }
}
