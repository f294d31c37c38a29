package dev.souk.promotion.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The terms of a promotion; they never change.
///
/// @param value its meaning depends on the type, see the contract of CreatePromotion
/// @param code upper case
/// @param codeRequired holds only for those who have a code
public record Promotion(
        UUID promotionId,
        String name,
        Type type,
        long value,
        @Nullable String currency,
        @Nullable String code,
        boolean codeRequired,
        Rules rules,
        Limits limits,
        boolean stackable,
        int priority,
        Instant startsAt,
        @Nullable Instant endsAt) {
    public enum Type {
        PERCENTAGE,
        FIXED_AMOUNT,
        BUY_X_GET_Y,
        FREE_SHIPPING
    }

    /// Empty sets mean everything.
    ///
    /// @param products skus or product ids
    /// @param buy with `get` the quantities of BUY_X_GET_Y, otherwise 0
    public record Rules(
            @Nullable Long minSpend, Set<String> products, Set<String> groups, Set<String> channels, int buy, int get) {
        public Rules {
            products = Set.copyOf(products);
            groups = Set.copyOf(groups);
            channels = Set.copyOf(channels);
        }
    }

    /// Null means unlimited.
    public record Limits(@Nullable Integer total, @Nullable Integer perCustomer, @Nullable Long budget) {
        boolean any() {
            return total != null || perCustomer != null || budget != null;
        }
    }

    /// A use has to be held before an order can have it.
    public boolean needsHold() {
        return codeRequired || limits.any();
    }

    public boolean runs(Instant now) {
        return !now.isBefore(startsAt) && (endsAt == null || now.isBefore(endsAt));
    }
}
