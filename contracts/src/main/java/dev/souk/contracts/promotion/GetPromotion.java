package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One promotion with its rules.
@MessageType(name = "GetPromotion", version = "1.0", context = "promotion")
public record GetPromotion(UUID promotionId) implements Query<Optional<GetPromotion.Promotion>> {
    /// @param status SCHEDULED, ACTIVE or ENDED
    /// @param endedBecause END_DATE, USAGE_LIMIT, BUDGET or CANCELLED
    /// @param pointsAtDiscontinued a product that it names is not sold any more
    public record Promotion(
            UUID promotionId,
            String name,
            String type,
            long value,
            @Nullable String currency,
            @Nullable String code,
            boolean codeRequired,
            List<CreatePromotion.Rule> rules,
            boolean stackable,
            int priority,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer usageLimitTotal,
            @Nullable Integer usageLimitPerCustomer,
            @Nullable Long budget,
            String status,
            @Nullable String endedBecause,
            boolean pointsAtDiscontinued,
            long version) {
        public Promotion {
            rules = List.copyOf(rules);
        }
    }
}
