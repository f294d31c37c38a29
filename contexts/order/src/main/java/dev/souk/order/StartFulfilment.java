package dev.souk.order;

import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.order.db.Orders;
import dev.souk.order.domain.Order;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands paid orders whose grace period is over to the warehouse. Orders that were held or cancelled meanwhile are
/// passed over; a released hold makes them due again.
final class StartFulfilment {
    private final Orders orders;
    private final String warehouse;

    StartFulfilment(Orders orders, String warehouse) {
        this.orders = orders;
        this.warehouse = warehouse;
    }

    int run(Tx tx) {
        var due = claim(tx);
        if (due.isEmpty()) {
            return 0;
        }
        var ready = orders.lockNumbers(tx, due.stream().map(Due::number).toList()).values().stream().filter(Order::readyForFulfilment).toList();
        var lines = lines(tx, ready.stream().map(Order::number).toList());
        var journeys = new HashMap<Long, @Nullable UUID>();
        due.forEach(one -> journeys.put(one.number(), one.journey()));
        var changes = new Changes(orders);
        for (var order : ready) {
            var next = order.withVersion(order.version() + 1);
            var own = tx.within(journeys.get(order.number()));
            own.publish(started(tx, next, lines.getOrDefault(order.number(), List.of())), next.version());
            changes.take(own, Actor.SYSTEM, next.fulfilmentStarted());
        }
        changes.write(tx);
        return due.size();
    }

    private record Due(long number, @Nullable UUID journey) {}

    private static List<Due> claim(Tx tx) {
        return tx.sql("""
                with due as (
                    select due_at, number from fulfilment_due where due_at <= ?
                     order by due_at, number limit 500 for update skip locked)
                delete from fulfilment_due d using due
                 where d.due_at = due.due_at and d.number = due.number
                returning d.number, d.correlation_id""")
                .params(tx.now())
                .list(row -> new Due(row.bigint("number"), row.uuidOrNull("correlation_id")));
    }

    private static Map<Long, List<OrderFulfilmentStarted.Line>> lines(Tx tx, List<Long> numbers) {
        var all = new HashMap<Long, List<OrderFulfilmentStarted.Line>>();
        tx.sql("""
                select number, line_id, sku, quantity from order_line
                 where number = any(?) order by number, line_no""")
                .array("bigint", numbers)
                .list(row -> all.computeIfAbsent(row.bigint("number"), _ -> new ArrayList<>())
                        .add(new OrderFulfilmentStarted.Line(
                                row.uuid("line_id"), row.text("sku"), row.integer("quantity"), null)));
        return all;
    }

    private OrderFulfilmentStarted started(Tx tx, Order order, List<OrderFulfilmentStarted.Line> lines) {
        return new OrderFulfilmentStarted(
                order.id(),
                NameBasedId.of(order.id(), "fulfilment-1"),
                warehouse,
                lines.stream().mapToInt(OrderFulfilmentStarted.Line::quantity).sum(),
                "STANDARD",
                "HOME_DELIVERY",
                null,
                tx.now(),
                order.reservationId(),
                lines);
    }
}
