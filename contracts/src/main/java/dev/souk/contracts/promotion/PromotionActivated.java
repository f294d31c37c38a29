package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A promotion applies from now on.
@MessageType(name = "PromotionActivated", version = "1.0", context = "promotion")
public record PromotionActivated(
        UUID promotionId,
        String name,
        String type,
        long value,
        @Nullable String currency,
        @Nullable String code,
        boolean stackable,
        int priority,
        Instant startsAt,
        @Nullable Instant endsAt,
        long version) implements Event {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
