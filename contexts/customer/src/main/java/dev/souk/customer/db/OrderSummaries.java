package dev.souk.customer.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The read model of orders.
public final class OrderSummaries {
    /// What the account page shows of an order.
    public record Summary(
            UUID orderId,
            @Nullable String confirmationNumber,
            String status,
            @Nullable Long total,
            @Nullable String currency,
            @Nullable Long units,
            @Nullable Instant placedAt,
            long captured,
            long refunded) {}

    /// What an order has come to, as far as points and spend are concerned.
    ///
    /// @param points those that were given for it so far
    public record Paid(UUID orderId, @Nullable UUID customerId, @Nullable String currency, long net, long points) {}

    /// Writes what is new, one statement for all; the rows stay locked until the end of the transaction.
    public List<Paid> apply(Tx tx, Collection<OrderFacts> facts) {
        var all = facts.stream().sorted((a, b) -> a.orderId.compareTo(b.orderId)).toList();
        return tx.sql("""
                insert into order_summary as s (order_id, customer_id, confirmation_number, status, total, currency, units,
                    placed_at, captured, captured_at, refunded, changed_at)
                select v.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v
                on conflict (order_id) do update set
                    customer_id = coalesce(s.customer_id, excluded.customer_id),
                    confirmation_number = coalesce(s.confirmation_number, excluded.confirmation_number),
                    status = case when array_position(array['CREATED', 'CONFIRMED', 'COMPLETED', 'CANCELLED'], s.status)
                        < array_position(array['CREATED', 'CONFIRMED', 'COMPLETED', 'CANCELLED'], excluded.status)
                        then excluded.status else s.status end,
                    total = coalesce(s.total, excluded.total), currency = coalesce(s.currency, excluded.currency),
                    units = coalesce(s.units, excluded.units), placed_at = coalesce(s.placed_at, excluded.placed_at),
                    captured = greatest(s.captured, excluded.captured),
                    captured_at = coalesce(s.captured_at, excluded.captured_at),
                    refunded = greatest(s.refunded, excluded.refunded), changed_at = excluded.changed_at
                returning order_id, customer_id, currency, captured, refunded, points""")
                .params(tx.now())
                .array("uuid", all, f -> f.orderId)
                .array("uuid", all, f -> f.customerId)
                .array("text", all, f -> f.confirmationNumber)
                .array("text", all, f -> f.status)
                .array("bigint", all, f -> f.total)
                .array("text", all, f -> f.currency)
                .array("bigint", all, f -> f.units)
                .array("timestamptz", all, f -> f.placedAt)
                .array("bigint", all, f -> f.captured)
                .array("timestamptz", all, f -> f.capturedAt)
                .array("bigint", all, f -> f.refunded)
                .list(OrderSummaries::paid);
    }

    private static Paid paid(Row r) {
        return new Paid(
                r.uuid("order_id"), r.uuidOrNull("customer_id"), r.textOrNull("currency"),
                r.bigint("captured") - r.bigint("refunded"), r.bigint("points"));
    }

    /// For how many points an order has been reckoned with.
    public void points(Tx tx, Map<UUID, Long> points) {
        var orders = List.copyOf(points.keySet());
        tx.sql("update order_summary s set points = v.points from unnest(?, ?) as v (id, points) where s.order_id = v.id")
                .array("uuid", orders)
                .array("bigint", orders, points::get)
                .update();
    }

    /// Net spend by currency of what was paid since then.
    public Map<String, Long> spend(Tx tx, UUID customer, Instant since) {
        var spend = new HashMap<String, Long>();
        tx.sql("""
                select currency, sum(captured - refunded)::bigint as net from order_summary
                where customer_id = ? and captured_at >= ? group by currency""")
                .params(customer, since)
                .list(r -> spend.put(r.text("currency"), Math.max(0, r.bigint("net"))));
        return spend;
    }

    /// Makes a guest's orders the customer's.
    public List<Paid> move(Tx tx, UUID guest, UUID customer) {
        return tx.sql("""
                update order_summary set customer_id = ? where customer_id = ?
                returning order_id, customer_id, currency, captured, refunded, points""")
                .params(customer, guest)
                .list(OrderSummaries::paid);
    }

    /// Newest first, from before `before` on.
    public List<Summary> page(Tx tx, UUID customer, Instant before, UUID beforeId, int limit) {
        return tx.sql("""
                select order_id, confirmation_number, status, total, currency, units, placed_at, captured, refunded
                from order_summary where customer_id = ? and (placed_at, order_id) < (?, ?)
                order by placed_at desc, order_id desc limit ?""")
                .params(customer, before, beforeId, limit)
                .list(OrderSummaries::summary);
    }

    private static Summary summary(Row r) {
        return new Summary(
                r.uuid("order_id"), r.textOrNull("confirmation_number"), r.text("status"), r.bigintOrNull("total"),
                r.textOrNull("currency"), r.bigintOrNull("units"), r.instantOrNull("placed_at"), r.bigint("captured"),
                r.bigint("refunded"));
    }

    public List<Summary> all(Tx tx, UUID customer) {
        return page(tx, customer, Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), Integer.MAX_VALUE);
    }

    /// Orders that are neither completed nor cancelled.
    public boolean anyOpen(Tx tx, Collection<UUID> customers) {
        return tx.sql("""
                select exists (select from order_summary
                    where customer_id = any(?) and status in ('CREATED', 'CONFIRMED')) as any""")
                .array("uuid", List.copyOf(customers))
                .one(r -> r.bool("any"));
    }

    public int count(Tx tx, UUID customer) {
        return tx.sql("select count(*)::int as n from order_summary where customer_id = ?")
                .params(customer)
                .one(r -> r.integer("n"));
    }
}
