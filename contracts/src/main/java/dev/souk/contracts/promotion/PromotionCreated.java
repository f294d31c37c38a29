package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A promotion is planned.
@MessageType(name = "PromotionCreated", version = "1.0", context = "promotion")
public record PromotionCreated(UUID promotionId, String type, Instant startsAt, @Nullable Instant endsAt)
        implements Event {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
