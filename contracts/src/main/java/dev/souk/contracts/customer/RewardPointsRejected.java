package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// No points were held. `reason` is NOT_ENOUGH, WORTH_CHANGED or EXPIRED.
@MessageType(name = "RewardPointsRejected", version = "1.0", context = "customer")
public record RewardPointsRejected(UUID holdId, UUID checkoutId, String reason) implements Event {
    @Override
    public String key() {
        return holdId().toString();
    }
}
