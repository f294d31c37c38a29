package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The uses are held until `expiresAt`.
@MessageType(name = "CouponHeld", version = "1.1", context = "promotion")
public record CouponHeld(UUID holdId, UUID checkoutId, List<UUID> promotionIds, Instant expiresAt) implements Event {
    public CouponHeld {
        promotionIds = List.copyOf(promotionIds);
    }

    @Override
    public String key() {
        return holdId().toString();
    }
}
