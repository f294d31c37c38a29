package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Points for a paid order.
@MessageType(name = "RewardPointsEarned", version = "1.0", context = "customer")
public record RewardPointsEarned(UUID customerId, UUID orderId, long points, long balance) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
