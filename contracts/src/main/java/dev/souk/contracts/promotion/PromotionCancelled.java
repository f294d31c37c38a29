package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// A promotion was called off. Always followed by PromotionExpired with the reason CANCELLED.
@MessageType(name = "PromotionCancelled", version = "1.0", context = "promotion")
public record PromotionCancelled(UUID promotionId, String reason, Instant cancelledAt) implements Event {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
