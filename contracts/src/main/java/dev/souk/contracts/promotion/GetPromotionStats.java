package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much a promotion was used.
@MessageType(name = "GetPromotionStats", version = "1.0", context = "promotion")
public record GetPromotionStats(UUID promotionId) implements Query<Optional<GetPromotionStats.Stats>> {
    /// @param uses of orders that were not cancelled
    /// @param held by checkouts that are under way
    /// @param discount given by those uses, in minor units
    /// @param orders that ever used it
    /// @param givenBack uses of cancelled orders
    public record Stats(
            UUID promotionId,
            long uses,
            long held,
            @Nullable Long limit,
            long discount,
            @Nullable Long budget,
            long orders,
            long givenBack,
            long codes) {}
}
