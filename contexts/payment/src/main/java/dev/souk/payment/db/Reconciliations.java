package dev.souk.payment.db;

import dev.souk.contracts.payment.GetReconciliation;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs of the comparison with the provider, and what they compare.
public final class Reconciliations {
    private static final Duration RETRY = Duration.ofMinutes(5);

    private Reconciliations() {}

    public record Run(UUID id, LocalDate day, int number) {}

    public record Totals(int matched, int mismatches, int pending, long difference) {}

    /// Ours, as the comparison needs it.
    ///
    /// @param open something is still being asked
    public record Ours(UUID id, long authorized, long captured, long refunded, Instant requestedAt, boolean open) {}

    public static UUID request(Tx tx, LocalDate day) {
        var id = tx.newId();
        tx.sql(
                        """
                insert into reconciliation_run (id, day, number, state, due_at)
                select ?, ?::date, coalesce(max(number), 0) + 1, 'REQUESTED', ?::timestamptz
                from reconciliation_run where day = ?::date
                """)
                .params(id, day.toString(), tx.now().plus(RETRY), day.toString())
                .update();
        return id;
    }

    public static boolean requested(Tx tx, LocalDate day) {
        return !tx.sql("select number from reconciliation_run where day = ?::date limit 1")
                .params(day.toString())
                .list(row -> row.integer("number"))
                .isEmpty();
    }

    public static List<UUID> claim(Tx tx) {
        return tx.sql(
                        """
                update reconciliation_run set due_at = ?
                where id in (select id from reconciliation_run where due_at <= ? limit 10 for update skip locked)
                returning id
                """)
                .params(tx.now().plus(RETRY), tx.now())
                .list(row -> row.uuid("id"));
    }

    public static Optional<Run> unfinished(Tx tx, UUID id) {
        return tx.sql("select id, day::text as day, number from reconciliation_run where id = ? and state = 'REQUESTED'")
                .params(id)
                .optional(row -> new Run(row.uuid("id"), LocalDate.parse(row.text("day")), row.integer("number")));
    }

    public static Map<UUID, Ours> ours(Tx tx, Collection<UUID> ids) {
        var found = new HashMap<UUID, Ours>();
        tx.sql(
                        """
                select p.id, p.authorized, p.captured, p.refunded, p.requested_at,
                       exists (select 1 from provider_call c where c.payment_id = p.id and c.state = 'OPEN') as open
                from payment p where p.id = any(?)
                """)
                .array("uuid", List.copyOf(ids))
                .list(row -> new Ours(
                        row.uuid("id"), row.bigint("authorized"), row.bigint("captured"), row.bigint("refunded"),
                        row.instant("requested_at"), row.bool("open")))
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    /// Payments for which the provider ought to know something.
    public static Set<UUID> authorizedBetween(Tx tx, Instant from, Instant to) {
        return Set.copyOf(tx.sql(
                        """
                select id from payment
                where requested_at >= ? and requested_at < ? and authorized > 0 and status <> 'REQUESTED'
                """)
                .params(from, to)
                .list(row -> row.uuid("id")));
    }

    /// Authorized, never captured, and old: the provider will soon let go of the money.
    public static Map<UUID, UUID> expiring(Tx tx, Instant from, Instant to) {
        var found = new HashMap<UUID, UUID>();
        tx.sql(
                        """
                select id, order_id from payment
                where requested_at >= ? and requested_at < ? and status = 'AUTHORIZED' and authorized > 0
                """)
                .params(from, to)
                .list(row -> found.put(row.uuid("id"), row.uuid("order_id")));
        return found;
    }

    /// Answers false when another run of the same got there first.
    public static boolean finish(Tx tx, UUID id, Totals totals, List<GetReconciliation.Item> items) {
        int done = tx.sql(
                        """
                update reconciliation_run set state = 'DONE', due_at = null, matched = ?, mismatches = ?, pending = ?,
                                              difference = ?, finished_at = ?
                where id = ? and state = 'REQUESTED'
                """)
                .params(totals.matched(), totals.mismatches(), totals.pending(), totals.difference(), tx.now(), id)
                .update();
        if (done == 1 && !items.isEmpty()) {
            tx.sql(
                            """
                    insert into reconciliation_item (run_id, number, payment_id, reference, kind, detail, difference)
                    select ?, n.number, n.payment_id, n.reference, n.kind, n.detail, n.difference
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[]) with ordinality
                        as n (payment_id, reference, kind, detail, difference, number)
                    """)
                    .params(id)
                    .array("uuid", items, GetReconciliation.Item::paymentId)
                    .array("text", items, GetReconciliation.Item::reference)
                    .array("text", items, GetReconciliation.Item::kind)
                    .array("text", items, GetReconciliation.Item::detail)
                    .array("bigint", items, GetReconciliation.Item::difference)
                    .update();
        }
        return done == 1;
    }

    /// One run in a list.
    ///
    /// @param number of the runs of its day
    public record Listed(
            UUID runId,
            LocalDate day,
            int number,
            String status,
            int matched,
            int mismatches,
            int pending,
            long difference,
            @Nullable Instant finishedAt) {}

    public static List<Listed> latest(Tx tx, int limit) {
        return tx.sql(
                        """
                select id, day::text as day_text, number, state, matched, mismatches, pending, difference, finished_at
                from reconciliation_run order by day desc, number desc limit ?
                """)
                .params(limit)
                .list(row -> new Listed(
                        row.uuid("id"), LocalDate.parse(row.text("day_text")), row.integer("number"), row.text("state"),
                        row.integer("matched"), row.integer("mismatches"), row.integer("pending"),
                        row.bigint("difference"), row.instantOrNull("finished_at")));
    }

    public static Optional<GetReconciliation.Run> get(Tx tx, UUID id) {
        var items = tx.sql(
                        """
                select payment_id, reference, kind, detail, difference from reconciliation_item
                where run_id = ? order by number limit 1000
                """)
                .params(id)
                .list(row -> new GetReconciliation.Item(
                        row.uuidOrNull("payment_id"), row.textOrNull("reference"), row.text("kind"),
                        row.text("detail"), row.bigint("difference")));
        return tx.sql(
                        """
                select id, day::text as day, state, matched, mismatches, pending, difference
                from reconciliation_run where id = ?
                """)
                .params(id)
                .optional(row -> new GetReconciliation.Run(
                        row.uuid("id"), LocalDate.parse(row.text("day")), row.text("state"), row.integer("matched"),
                        row.integer("mismatches"), row.integer("pending"), row.bigint("difference"), items));
    }
}
