package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Gives held uses back; of an unknown hold it leaves a tombstone. Always answered by CouponReleased. `reason` is
/// CHECKOUT_FAILED, ORDER_CANCELLED or EXPIRED.
@MessageType(name = "ReleaseCoupon", version = "1.1", context = "promotion")
public record ReleaseCoupon(UUID holdId, UUID checkoutId, String reason) implements Command<UUID> {
    @Override
    public String key() {
        return holdId().toString();
    }
}
