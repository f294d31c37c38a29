package dev.souk.order.db;

import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderStatus;
import dev.souk.order.domain.PaymentStatus;
import dev.souk.order.domain.ReservationStatus;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Locks, loads and saves what moves of an order. Everybody locks in the order of the numbers.
public final class Orders {
    private static final String COLUMNS = """
            select number, order_id, customer_id, status, version, total, currency, reservation_id, reservation_status,
                   payment_id, payment_status, captured, refunded
              from orders
            """;

    /// The orders with these ids that exist, locked, by id.
    public Map<UUID, Order> lock(Tx tx, Collection<UUID> ids) {
        return withHolds(tx, tx.sql(COLUMNS + " where order_id = any(?) order by number for update")
                .array("uuid", List.copyOf(ids))
                .list(Orders::order));
    }

    public Optional<Order> lock(Tx tx, UUID id) {
        return Optional.ofNullable(lock(tx, List.of(id)).get(id));
    }

    /// The orders with these numbers, locked, by id.
    public Map<UUID, Order> lockNumbers(Tx tx, List<Long> numbers) {
        return withHolds(tx, tx.sql(COLUMNS + " where number = any(?) order by number for update")
                .array("bigint", numbers)
                .list(Orders::order));
    }

    private static Map<UUID, Order> withHolds(Tx tx, List<Order> orders) {
        var byId = LinkedHashMap.<UUID, Order>newLinkedHashMap(orders.size());
        var held = new ArrayList<Long>();
        for (var order : orders) {
            byId.put(order.id(), order);
            if (order.status() == OrderStatus.ON_HOLD) {
                held.add(order.number());
            }
        }
        if (!held.isEmpty()) {
            var holds = openHolds(tx, held);
            byId.replaceAll((_, order) -> {
                var open = holds.get(order.number());
                return open == null ? order : order.withHolds(open);
            });
        }
        return byId;
    }

    private static Map<Long, List<Hold>> openHolds(Tx tx, List<Long> numbers) {
        var open = new HashMap<Long, List<Hold>>();
        tx.sql("""
                select number, hold_id, reason, review_by, customer_message, placed_at, automatic
                  from order_hold where number = any(?) and released_at is null
                 order by placed_at, hold_id""")
                .array("bigint", numbers)
                .list(row -> open.computeIfAbsent(row.bigint("number"), _ -> new ArrayList<>()).add(hold(row)));
        return open;
    }

    private static Hold hold(Row row) {
        return new Hold(
                row.uuid("hold_id"),
                row.enumOf(HoldReason.class, "reason"),
                row.instant("review_by"),
                row.textOrNull("customer_message"),
                row.instant("placed_at"),
                row.bool("automatic"));
    }

    private static Order order(Row row) {
        return new Order(
                row.bigint("number"),
                row.uuid("order_id"),
                row.uuid("customer_id"),
                row.enumOf(OrderStatus.class, "status"),
                row.bigint("version"),
                row.bigint("total"),
                row.text("currency"),
                row.uuid("reservation_id"),
                row.enumOf(ReservationStatus.class, "reservation_status"),
                row.uuid("payment_id"),
                row.enumOf(PaymentStatus.class, "payment_status"),
                row.bigint("captured"),
                row.bigint("refunded"),
                List.of());
    }

    /// Writes what moves; the holds are written by [Course].
    public void save(Tx tx, List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        tx.sql("""
                update orders o
                   set status = v.status, version = v.version, reservation_status = v.reservation,
                       payment_status = v.payment, captured = v.captured, refunded = v.refunded, changed_at = ?
                  from unnest(?, ?, ?, ?, ?, ?, ?)
                       v (number, status, version, reservation, payment, captured, refunded)
                 where o.number = v.number""").params(tx.now())
                .array("bigint", orders, Order::number)
                .array("text", orders, Order::status)
                .array("bigint", orders, Order::version)
                .array("text", orders, Order::reservation)
                .array("text", orders, Order::payment)
                .array("bigint", orders, Order::captured)
                .array("bigint", orders, Order::refunded)
                .update();
    }
}
