package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A promotion applies no more. `reason` is END_DATE, USAGE_LIMIT, BUDGET or CANCELLED. Holds made before are
/// honoured.
@MessageType(name = "PromotionExpired", version = "1.0", context = "promotion")
public record PromotionExpired(
        UUID promotionId,
        @Nullable String code,
        Instant expiredAt,
        String reason) implements Event {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
