package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The points are held until `expiresAt`.
@MessageType(name = "RewardPointsHeld", version = "1.0", context = "customer")
public record RewardPointsHeld(
        UUID holdId,
        UUID checkoutId,
        UUID customerId,
        long points,
        long amount,
        String currency,
        Instant expiresAt) implements Event {
    @Override
    public String key() {
        return holdId().toString();
    }
}
