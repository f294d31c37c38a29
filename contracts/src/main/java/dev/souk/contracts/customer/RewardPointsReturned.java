package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The order that the points were spent on is cancelled; the customer has them again.
@MessageType(name = "RewardPointsReturned", version = "1.0", context = "customer")
public record RewardPointsReturned(UUID customerId, UUID orderId, long points, long balance) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
