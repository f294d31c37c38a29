package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Points that will be gone soon unless they are spent.
@MessageType(name = "RewardPointsExpiring", version = "1.0", context = "customer")
public record RewardPointsExpiring(UUID customerId, long points, Instant expiresAt) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
