package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hold counts no more; the list is empty when it held nothing.
@MessageType(name = "CouponReleased", version = "1.1", context = "promotion")
public record CouponReleased(
        UUID holdId,
        @Nullable UUID checkoutId,
        List<UUID> promotionIds,
        String reason) implements Event {
    public CouponReleased {
        promotionIds = List.copyOf(promotionIds);
    }

    @Override
    public String key() {
        return holdId().toString();
    }
}
