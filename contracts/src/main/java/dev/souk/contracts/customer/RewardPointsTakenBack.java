package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A refund has taken points back; less than were earned when they are spent already.
@MessageType(name = "RewardPointsTakenBack", version = "1.0", context = "customer")
public record RewardPointsTakenBack(UUID customerId, UUID orderId, long points, long balance) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
