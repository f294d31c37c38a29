package dev.souk.contracts.customer;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points of a customer and where they come from, newest first.
@MessageType(name = "GetRewardPoints", version = "1.0", context = "customer")
public record GetRewardPoints(
        UUID customerId,
        @Nullable String cursor,
        int limit) implements Query<GetRewardPoints.Points> {
    /// `available` = `balance` - `held`. `nextExpiry` is when some of them will be gone unless they are spent.
    public record Points(
            long balance,
            long held,
            long available,
            @Nullable Instant nextExpiry,
            List<Entry> entries,
            @Nullable String nextCursor) {
        public Points {
            entries = List.copyOf(entries);
        }
    }

    /// `kind` is EARNED, TAKEN_BACK, REDEEMED, RETURNED or EXPIRED.
    public record Entry(
            UUID entryId, String kind, long points, @Nullable UUID orderId, Instant at, @Nullable Instant expiresAt) {}
}
