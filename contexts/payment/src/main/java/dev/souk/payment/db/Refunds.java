package dev.souk.payment.db;

import dev.souk.payment.domain.Refund;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `refund` table. Rows are read after their payment is locked.
public final class Refunds {
    private static final String COLUMNS =
            """
            id, payment_id, amount, currency, reason, state, return_id, requested_by, decided_by, requested_at,
            processed_at""";

    private Refunds() {}

    public static Optional<Refund> get(Tx tx, UUID id) {
        return Optional.ofNullable(all(tx, List.of(id)).get(id));
    }

    public static Map<UUID, Refund> all(Tx tx, Collection<UUID> ids) {
        var found = new HashMap<UUID, Refund>();
        if (!ids.isEmpty()) {
            tx.sql("select " + COLUMNS + " from refund where id = any(?)")
                    .array("uuid", List.copyOf(ids))
                    .list(Refunds::refund)
                    .forEach(refund -> found.put(refund.id(), refund));
        }
        return found;
    }

    public static List<Refund> ofPayment(Tx tx, UUID paymentId) {
        return tx.sql("select " + COLUMNS + " from refund where payment_id = ? order by requested_at, id")
                .params(paymentId)
                .list(Refunds::refund);
    }

    public static List<Refund> awaitingApproval(Tx tx, UUID paymentId) {
        return ofPayment(tx, paymentId).stream()
                .filter(refund -> refund.state() == Refund.State.AWAITING_APPROVAL)
                .toList();
    }

    /// A large refund that nobody has decided.
    ///
    /// @param requestedBy who may not let it go
    public record Waiting(
            UUID refundId,
            UUID paymentId,
            @Nullable UUID orderId,
            long amount,
            String currency,
            String reason,
            String requestedBy,
            Instant requestedAt) {}

    /// Oldest first.
    ///
    /// @param after last refund of the page before
    public static List<Waiting> waiting(Tx tx, @Nullable UUID after, int limit) {
        var sql = tx.sql("""
                select r.id, r.payment_id, p.order_id, r.amount, r.currency, r.reason, r.requested_by, r.requested_at
                  from refund r join payment p on p.id = r.payment_id
                 where r.state = 'AWAITING_APPROVAL'"""
                + (after == null ? "" : " and (r.requested_at, r.id) > (select requested_at, id from refund where id = ?)")
                + " order by r.requested_at, r.id limit ?");
        return (after == null ? sql : sql.params(after))
                .params(limit)
                .list(row -> new Waiting(
                        row.uuid("id"), row.uuid("payment_id"), row.uuidOrNull("order_id"), row.bigint("amount"),
                        row.text("currency"), row.text("reason"), row.text("requested_by"), row.instant("requested_at")));
    }

    static void save(Tx tx, List<Refund> refunds) {
        tx.sql(
                        """
                insert into refund (id, payment_id, amount, currency, reason, state, return_id, requested_by, decided_by,
                                    requested_at, processed_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                                     ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                on conflict (id) do update set state = excluded.state, decided_by = excluded.decided_by,
                                               processed_at = excluded.processed_at
                """)
                .array("uuid", refunds, Refund::id)
                .array("uuid", refunds, Refund::paymentId)
                .array("bigint", refunds, Refund::amount)
                .array("text", refunds, Refund::currency)
                .array("text", refunds, Refund::reason)
                .array("text", refunds, Refund::state)
                .array("uuid", refunds, Refund::returnId)
                .array("text", refunds, Refund::requestedBy)
                .array("text", refunds, Refund::decidedBy)
                .array("timestamptz", refunds, Refund::requestedAt)
                .array("timestamptz", refunds, Refund::processedAt)
                .update();
    }

    private static Refund refund(Row row) {
        return new Refund(
                row.uuid("id"), row.uuid("payment_id"), row.bigint("amount"), row.text("currency"),
                row.text("reason"), row.enumOf(Refund.State.class, "state"), row.uuidOrNull("return_id"),
                row.text("requested_by"), row.textOrNull("decided_by"), row.instant("requested_at"),
                row.instantOrNull("processed_at"));
    }
}
