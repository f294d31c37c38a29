package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Points that were earned too long ago are gone.
@MessageType(name = "RewardPointsExpired", version = "1.0", context = "customer")
public record RewardPointsExpired(UUID customerId, long points, long balance, Instant at) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
