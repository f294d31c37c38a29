package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// No use was taken. `reason` is UNKNOWN, EXPIRED, USED_UP, NOT_ELIGIBLE, MIN_SPEND or PER_CUSTOMER_LIMIT.
@MessageType(name = "CouponRejected", version = "1.1", context = "promotion")
public record CouponRejected(
        UUID holdId,
        UUID checkoutId,
        @Nullable UUID promotionId,
        String reason) implements Event {
    @Override
    public String key() {
        return holdId().toString();
    }
}
