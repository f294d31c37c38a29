package dev.souk.promotion.db;

import dev.souk.promotion.domain.Promotion;
import dev.souk.promotion.domain.Usage;
import org.jspecify.annotations.Nullable;

/// A promotion as it is stored: its terms, how far it has come, and how often it was used.
///
/// @param endedBecause END_DATE, USAGE_LIMIT, BUDGET or CANCELLED
public record Campaign(
        Promotion promotion,
        Status status,
        @Nullable String endedBecause,
        boolean pointsAtDiscontinued,
        Usage usage,
        long orders,
        long givenBack,
        long version) {
    public enum Status {
        SCHEDULED,
        ACTIVE,
        ENDED
    }
}
