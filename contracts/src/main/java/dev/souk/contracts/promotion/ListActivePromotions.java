package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Promotions that everybody gets now without a code.
@MessageType(name = "ListActivePromotions", version = "1.0", context = "promotion")
public record ListActivePromotions(@Nullable String channel) implements Query<ListActivePromotions.Promotions> {
    public record Promotions(List<Promotion> promotions) {
        public Promotions {
            promotions = List.copyOf(promotions);
        }
    }

    public record Promotion(
            UUID promotionId,
            String name,
            String type,
            long value,
            @Nullable String currency,
            @Nullable Long minSpend,
            @Nullable Instant endsAt) {}
}
