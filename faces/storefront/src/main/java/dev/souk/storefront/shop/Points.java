package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reward points and where they come from, newest first.
public record Points(
        long balance, long held, long available, @Nullable Instant nextExpiry, List<Entry> entries, @Nullable String nextCursor) {
    /// @param kind EARNED, TAKEN_BACK, REDEEMED, RETURNED or EXPIRED
    public record Entry(String kind, long points, @Nullable UUID orderId, Instant at, @Nullable Instant expiresAt) {}
}
