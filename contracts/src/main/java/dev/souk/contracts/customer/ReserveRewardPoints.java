package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Holds points for a checkout: all that are asked for or none. `amount` is what the quote took off for them. Answered by
/// RewardPointsHeld or RewardPointsRejected; the order that carries the hold redeems it.
@MessageType(name = "ReserveRewardPoints", version = "1.0", context = "customer")
public record ReserveRewardPoints(
        UUID holdId,
        UUID checkoutId,
        UUID orderId,
        UUID customerId,
        long points,
        long amount,
        String currency,
        int ttlSeconds) implements Command<UUID> {
    @Override
    public String key() {
        return holdId().toString();
    }
}
