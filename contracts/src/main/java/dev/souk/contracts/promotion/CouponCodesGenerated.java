package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Codes have been made for a promotion.
@MessageType(name = "CouponCodesGenerated", version = "1.0", context = "promotion")
public record CouponCodesGenerated(UUID batchId, UUID promotionId, int count) implements Event {
    @Override
    public String key() {
        return batchId().toString();
    }
}
