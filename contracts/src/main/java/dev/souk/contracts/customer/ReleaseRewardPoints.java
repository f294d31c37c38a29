package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Gives held points back; of an unknown hold it leaves a tombstone. Always answered by RewardPointsReleased. `reason` is
/// CHECKOUT_FAILED or EXPIRED.
@MessageType(name = "ReleaseRewardPoints", version = "1.0", context = "customer")
public record ReleaseRewardPoints(UUID holdId, UUID checkoutId, String reason) implements Command<UUID> {
    @Override
    public String key() {
        return holdId().toString();
    }
}
