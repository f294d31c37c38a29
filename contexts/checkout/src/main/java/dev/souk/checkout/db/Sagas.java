package dev.souk.checkout.db;

import dev.souk.checkout.domain.Purchase;
import dev.souk.checkout.domain.Saga;
import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.platform.messaging.Sql;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Checkouts and where they stand.
public final class Sagas {
    /// Locks these, in an order that is the same for everyone.
    public Map<UUID, Saga> lock(Tx tx, Collection<UUID> ids) {
        var sagas = new HashMap<UUID, Saga>();
        tx.sql("select * from checkout_saga where checkout_id = any(?) order by checkout_id for update")
                .array("uuid", List.copyOf(ids))
                .list(SagaRow::read)
                .forEach(saga -> sagas.put(saga.checkoutId(), saga));
        return sagas;
    }

    public Optional<Saga> find(Tx tx, UUID id) {
        return tx.sql("select * from checkout_saga where checkout_id = ?")
                .params(id)
                .optional(SagaRow::read);
    }

    /// Claims those for which it may be time.
    public List<Saga> due(Tx tx, int limit) {
        return tx.sql("""
                select * from checkout_saga
                where next_due <= ?
                order by next_due
                limit ?
                for update skip locked
                """)
                .params(tx.now(), limit)
                .list(SagaRow::read);
    }

    public void insert(Tx tx, List<Saga> sagas) {
        var insert = tx.sql("""
                insert into checkout_saga (
                    checkout_id, cart_id, order_id, customer_id, placed_by, total, currency, coupon, points, started_at,
                    deadline, state, step, attempts, asked_at, due_at, version, facts, history, authorization_id,
                    payment_kind, payment_brand, payment_last4, action_kind, action_ref, action_until, reason, detail,
                    undo_open, undo_done, confirmation, ended_at, next_due)
                select u.*, u.due_at
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as u (
                    checkout_id, cart_id, order_id, customer_id, placed_by, total, currency, coupon, points, started_at,
                    deadline, state, step, attempts, asked_at, due_at, version, facts, history, authorization_id,
                    payment_kind, payment_brand, payment_last4, action_kind, action_ref, action_until, reason, detail,
                    undo_open, undo_done, confirmation, ended_at)
                """);
        purchases(insert, sagas);
        progress(insert, sagas).update();
    }

    /// `next_due` follows `due_at` down at once, and up only when it is reached: it is indexed, and in a healthy
    /// checkout nothing ever falls due.
    public void update(Tx tx, List<Saga> sagas) {
        var update = tx.sql("""
                update checkout_saga s
                set state = u.state, step = u.step, attempts = u.attempts, asked_at = u.asked_at, due_at = u.due_at,
                    next_due = case
                        when u.due_at is null then null
                        when s.next_due > ? then least(s.next_due, u.due_at)
                        else u.due_at
                    end,
                    version = u.version, facts = u.facts, history = u.history, authorization_id = u.authorization_id,
                    payment_kind = u.payment_kind, payment_brand = u.payment_brand,
                    payment_last4 = u.payment_last4, action_kind = u.action_kind, action_ref = u.action_ref,
                    action_until = u.action_until, reason = u.reason, detail = u.detail, undo_open = u.undo_open,
                    undo_done = u.undo_done, confirmation = u.confirmation, ended_at = u.ended_at
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u (
                    checkout_id, state, step, attempts, asked_at, due_at, version, facts, history, authorization_id,
                    payment_kind, payment_brand, payment_last4, action_kind, action_ref, action_until, reason, detail,
                    undo_open, undo_done, confirmation, ended_at)
                where s.checkout_id = u.checkout_id
                """)
                .params(tx.now())
                .array("uuid", sagas, Saga::checkoutId);
        progress(update, sagas).update();
    }

    private static Sql purchases(Sql sql, List<Saga> sagas) {
        var purchases = sagas.stream().map(Saga::purchase).toList();
        return sql.array("uuid", purchases, Purchase::checkoutId)
                .array("uuid", purchases, Purchase::cartId)
                .array("uuid", purchases, Purchase::orderId)
                .array("uuid", purchases, Purchase::customerId)
                .array("text", purchases, Purchase::placedBy)
                .array("bigint", purchases, Purchase::total)
                .array("text", purchases, Purchase::currency)
                .array("boolean", purchases, Purchase::coupon)
                .array("boolean", purchases, Purchase::points)
                .array("timestamptz", purchases, Purchase::startedAt)
                .array("timestamptz", purchases, Purchase::deadline);
    }

    private static Sql progress(Sql sql, List<Saga> sagas) {
        var rows = sagas.stream().map(SagaRow::of).toList();
        return outcome(
                sql.array("text", rows, SagaRow::state)
                        .array("text", rows, row -> row.step().name())
                        .array("int", rows, row -> row.saga().pace().attempts())
                        .array("timestamptz", rows, row -> row.saga().pace().since())
                        .array("timestamptz", rows, row -> row.saga().pace().dueAt())
                        .array("bigint", rows, row -> row.saga().version())
                        .array("bigint", rows, row -> row.saga().facts())
                        .array("text", rows, row -> row.saga().history().text())
                        .array("uuid", rows, SagaRow::authorizationId)
                        .array("text", rows, row -> row.payment() == null ? null : row.payment().kind())
                        .array("text", rows, row -> row.payment() == null ? null : row.payment().brand())
                        .array("text", rows, row -> row.last4()),
                rows);
    }

    private static Sql outcome(Sql sql, List<SagaRow> rows) {
        return sql.array("text", rows, row -> row.action() == null ? null : row.action().kind())
                .array("text", rows, row -> row.action() == null ? null : row.action().clientRef())
                .array("timestamptz", rows, row -> row.action() == null ? null : row.action().until())
                .array("text", rows, SagaRow::reason)
                .array("text", rows, SagaRow::detail)
                .array("text", rows, SagaRow::undoOpen)
                .array("text", rows, SagaRow::undoDone)
                .array("text", rows, SagaRow::confirmation)
                .array("timestamptz", rows, SagaRow::endedAt);
    }

    /// The youngest first, those before (`before`, `beforeId`).
    public List<Saga> page(Tx tx, String state, Instant startedBefore, Instant before, UUID beforeId, int limit) {
        var statement =
                switch (state) {
                    case "" -> "with s as (select * from checkout_saga)";
                    case "FAILED" -> "with s as (select * from checkout_saga where state = 'FAILED')";
                    case "COMPLETED" -> "with s as (select * from checkout_saga where state = 'COMPLETED')";
                    // Few among many: found by what they wait for, then sorted.
                    case "PENDING" -> OPEN + "and state = 'PENDING')";
                    case "ACTION_REQUIRED" -> OPEN + "and state = 'ACTION_REQUIRED')";
                    case "COMPENSATING" -> OPEN + "and state = 'COMPENSATING')";
                    default -> throw new IllegalArgumentException("unknown state " + state);
                };
        return tx.sql(statement + """

                select * from s
                where started_at < ? and (started_at, checkout_id) < (?, ?)
                order by started_at desc, checkout_id desc
                limit ?
                """)
                .params(startedBefore, before, beforeId, limit)
                .list(SagaRow::read);
    }

    private static final String OPEN =
            "with s as materialized (select * from checkout_saga where next_due is not null ";

    /// Forgets checkouts that ended long ago, with their carts and notes.
    public int purge(Tx tx, Instant startedBefore, int limit) {
        var old = tx.sql("""
                select checkout_id from checkout_saga
                where started_at < ? and ended_at is not null and next_due is null
                order by started_at
                limit ?
                for update skip locked
                """)
                .params(startedBefore, limit)
                .list(row -> row.uuid("checkout_id"));
        if (!old.isEmpty()) {
            tx.sql("delete from checkout_input where checkout_id = any(?)").array("uuid", old).update();
            tx.sql("delete from saga_note where checkout_id = any(?)").array("uuid", old).update();
            tx.sql("delete from checkout_saga where checkout_id = any(?)").array("uuid", old).update();
        }
        return old.size();
    }

    /// What operators did, in order.
    public List<GetCheckoutCourse.Note> notes(Tx tx, UUID checkoutId) {
        return tx.sql("select at, actor, action, note from saga_note where checkout_id = ? order by at, note_id")
                .params(checkoutId)
                .list(row -> new GetCheckoutCourse.Note(
                        row.instant("at"), row.text("actor"), row.text("action"), row.text("note")));
    }

    public void note(Tx tx, UUID checkoutId, String action, String note) {
        tx.sql("insert into saga_note (note_id, checkout_id, at, actor, action, note) values (?, ?, ?, ?, ?, ?)")
                .params(tx.newId(), checkoutId, tx.now(), tx.cause().actor().id(), action, note)
                .update();
    }
}
