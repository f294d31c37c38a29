package dev.souk.notification.db;

import dev.souk.contracts.notification.ListWebhookDeliveries.Delivery;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `webhook_event` and `webhook_delivery` tables.
public final class Deliveries {
    /// Longer than a call may take.
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private Deliveries() {}

    /// An event to be kept and delivered.
    public record Kept(UUID eventId, String type, String aggregate, String payload, Instant at) {}

    /// A delivery that is due.
    public record Due(
            UUID subscription, long position, String aggregate, UUID eventId, String payload, int attempts,
            int failures) {}

    /// How a call ended.
    ///
    /// @param next null when it is not tried again
    public record Called(
            Due due, boolean delivered, @Nullable Integer answer, long latencyMs, @Nullable String error,
            @Nullable Instant next) {}

    /// Keeps events in their order, and queues them for everybody who wants them.
    public static void keep(Tx tx, List<Kept> events) {
        tx.sql(
                        """
                with kept as (
                    insert into webhook_event (event_id, event_type, aggregate, payload, at)
                    select n.event_id, n.event_type, n.aggregate, n.payload, n.at
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) with ordinality
                        as n (event_id, event_type, aggregate, payload, at, place)
                    order by n.place
                    on conflict (event_id) do nothing
                    returning position, event_type, aggregate)
                insert into webhook_delivery (subscription_id, position, aggregate, status, attempts, failures, due_at)
                select t.subscription_id, k.position, k.aggregate, 'QUEUED', 0, 0, ?
                from kept k join webhook_event_type t on t.event_type = k.event_type
                join webhook_subscription s on s.id = t.subscription_id and s.status = 'ACTIVE'
                """)
                .array("uuid", events, Kept::eventId)
                .array("text", events, Kept::type)
                .array("text", events, Kept::aggregate)
                .array("text", events, Kept::payload)
                .array("timestamptz", events, Kept::at)
                .params(tx.now())
                .update();
    }

    /// Takes what is due, of each aggregate only the first that is open, and leaves it to the taker for a while.
    public static List<Due> claim(Tx tx, int limit) {
        return tx.sql(
                        """
                with due as materialized (
                    select d.subscription_id, d.position from webhook_delivery d
                    join webhook_subscription s on s.id = d.subscription_id and s.status = 'ACTIVE'
                    where d.due_at <= ? and not exists (
                        select 1 from webhook_delivery e where e.subscription_id = d.subscription_id
                        and e.aggregate = d.aggregate and e.position < d.position and e.due_at is not null)
                    order by d.due_at, d.position limit ? for update of d skip locked),
                taken as (
                    update webhook_delivery d set due_at = ? from due t
                    where d.subscription_id = t.subscription_id and d.position = t.position
                    returning d.subscription_id, d.position, d.aggregate, d.attempts, d.failures)
                select t.*, e.event_id, e.payload from taken t join webhook_event e on e.position = t.position
                """)
                .params(tx.now(), limit, tx.now().plus(LEASE))
                .list(row -> new Due(
                        row.uuid("subscription_id"), row.bigint("position"), row.text("aggregate"),
                        row.uuid("event_id"), row.text("payload"), row.integer("attempts"), row.integer("failures")));
    }

    public static void called(Tx tx, List<Called> calls) {
        tx.sql(
                        """
                update webhook_delivery d
                set status = case when n.delivered then 'DELIVERED' when n.next is null then 'FAILED' else 'QUEUED' end,
                    attempts = d.attempts + 1, failures = d.failures + case when n.delivered then 0 else 1 end,
                    answer = n.answer, latency_ms = n.latency, error = n.error, due_at = n.next,
                    delivered_at = case when n.delivered then ?::timestamptz end
                from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::int[], ?::bigint[], ?::text[], ?::timestamptz[])
                    as n (subscription_id, position, delivered, answer, latency, error, next)
                where d.subscription_id = n.subscription_id and d.position = n.position and d.status = 'QUEUED'
                """)
                .params(tx.now())
                .array("uuid", calls, c -> c.due().subscription())
                .array("bigint", calls, c -> c.due().position())
                .array("boolean", calls, Called::delivered)
                .array("int", calls, Called::answer)
                .array("bigint", calls, Called::latencyMs)
                .array("text", calls, Called::error)
                .array("timestamptz", calls, Called::next)
                .update();
    }

    /// Queues a range again, also events that the subscription has missed while it was off.
    ///
    /// @return how many
    public static int replay(Tx tx, UUID subscription, long from, long to) {
        return tx.sql(
                        """
                insert into webhook_delivery as d
                    (subscription_id, position, aggregate, status, attempts, failures, due_at)
                select t.subscription_id, e.position, e.aggregate, 'QUEUED', 0, 0, ?
                from webhook_event_type t join webhook_event e on e.event_type = t.event_type
                where t.subscription_id = ? and e.position between ? and ?
                on conflict (subscription_id, position) do update
                set status = 'QUEUED', failures = 0, due_at = excluded.due_at, delivered_at = null
                """)
                .params(tx.now(), subscription, from, to)
                .update();
    }

    /// Nobody looks at them while their subscription is off.
    public static void park(Tx tx, UUID subscription) {
        tx.sql("update webhook_delivery set due_at = ? where subscription_id = ? and due_at is not null")
                .params(NEVER, subscription)
                .update();
    }

    /// What waited while it was off is due now.
    public static void resume(Tx tx, UUID subscription) {
        tx.sql("update webhook_delivery set due_at = ?, failures = 0 where subscription_id = ? and due_at is not null")
                .params(tx.now(), subscription)
                .update();
    }

    public static List<Delivery> page(Tx tx, UUID subscription, long before, int limit) {
        return tx.sql(
                        """
                select d.*, e.event_id, e.event_type from webhook_delivery d
                join webhook_event e on e.position = d.position
                where d.subscription_id = ? and d.position < ? order by d.position desc limit ?
                """)
                .params(subscription, before, limit)
                .list(Deliveries::delivery);
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.bigint("position"), row.uuid("event_id"), row.text("event_type"), row.text("aggregate"),
                row.text("status"), row.integer("attempts"), row.integerOrNull("answer"),
                row.bigintOrNull("latency_ms"), row.textOrNull("error"), row.instantOrNull("delivered_at"),
                NEVER.equals(row.instantOrNull("due_at")) ? null : row.instantOrNull("due_at"));
    }

    /// Deletes old events that nobody waits for, some at a time.
    public static int forget(Tx tx, Instant before, int limit) {
        return tx.sql(
                        """
                with old as materialized (
                    select e.position from webhook_event e where e.at < ? and not exists (
                        select 1 from webhook_delivery d where d.position = e.position and d.due_at is not null)
                    order by e.at limit ?),
                gone as (delete from webhook_delivery d using old o where d.position = o.position)
                delete from webhook_event e using old o where e.position = o.position
                """)
                .params(before, limit)
                .update();
    }
}
