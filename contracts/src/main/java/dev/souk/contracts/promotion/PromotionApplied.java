package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order has used a promotion; once per promotion and order.
@MessageType(name = "PromotionApplied", version = "1.0", context = "promotion")
public record PromotionApplied(
        UUID promotionId,
        UUID orderId,
        UUID customerId,
        @Nullable String code,
        long discount,
        String currency,
        long usageCount,
        Instant appliedAt) implements Event {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
