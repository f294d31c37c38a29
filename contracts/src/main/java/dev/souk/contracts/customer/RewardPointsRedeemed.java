package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// An order was paid with these points in part.
@MessageType(name = "RewardPointsRedeemed", version = "1.0", context = "customer")
public record RewardPointsRedeemed(
        UUID customerId,
        UUID orderId,
        UUID holdId,
        long points,
        long balance) implements Event {
    @Override
    public String key() {
        return "points/" + customerId();
    }
}
