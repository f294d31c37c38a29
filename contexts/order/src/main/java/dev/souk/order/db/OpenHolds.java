package dev.souk.order.db;

import dev.souk.order.domain.HoldReason;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds that nobody has lifted yet.
public final class OpenHolds {
    private OpenHolds() {}

    /// One hold, with what a list says about its order.
    public record Held(
            UUID holdId,
            UUID orderId,
            String confirmationNumber,
            UUID customerId,
            long total,
            String currency,
            String reason,
            String ownerTeam,
            Instant reviewBy,
            Instant placedAt,
            boolean overdue) {}

    /// Those to be looked at first, first.
    ///
    /// @param after last hold of the page before
    public static List<Held> page(Tx tx, @Nullable UUID after, int limit) {
        var sql = tx.sql("""
                select h.hold_id, o.order_id, o.confirmation_number, o.customer_id, o.total, o.currency, h.reason,
                       h.review_by, h.placed_at
                  from order_hold h join orders o on o.number = h.number
                 where h.released_at is null"""
                + (after == null
                        ? ""
                        : " and (h.review_by, h.hold_id) > (select review_by, hold_id from order_hold where hold_id = ?)")
                + " order by h.review_by, h.hold_id limit ?");
        var now = tx.now();
        return (after == null ? sql : sql.params(after)).params(limit).list(row -> held(row, now));
    }

    private static Held held(Row row, Instant now) {
        var reviewBy = row.instant("review_by");
        return new Held(
                row.uuid("hold_id"),
                row.uuid("order_id"),
                row.text("confirmation_number"),
                row.uuid("customer_id"),
                row.bigint("total"),
                row.text("currency"),
                row.text("reason"),
                row.enumOf(HoldReason.class, "reason").team(),
                reviewBy,
                row.instant("placed_at"),
                reviewBy.isBefore(now));
    }
}
