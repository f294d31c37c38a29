package dev.souk.backoffice.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of orders.
public record Listing(List<Line> orders, @Nullable String nextCursor) {
    public record Line(
            UUID orderId,
            String confirmationNumber,
            UUID customerId,
            String lifecycleStatus,
            long total,
            String currency,
            int lines,
            long units,
            String paymentStatus,
            String channel,
            Instant createdAt) {}

    /// Orders on hold.
    public record Held(List<Hold> holds, @Nullable UUID nextCursor) {}

    public record Hold(
            UUID holdId,
            UUID orderId,
            String confirmationNumber,
            long total,
            String currency,
            String reason,
            String ownerTeam,
            Instant reviewBy,
            Instant placedAt,
            boolean overdue) {}
}
