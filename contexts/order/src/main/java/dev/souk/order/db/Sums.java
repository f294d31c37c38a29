package dev.souk.order.db;

import dev.souk.platform.messaging.Check;
import java.util.List;

/// What must add up in the books of the orders.
public final class Sums {
    private static final Check TOTALS = new Check("totals", List.of("ordered", "captured", "refunded", "kept"),
            """
            with line as (
                select number, sum(net) as net, sum(discount) as discount from order_line group by number),
            compared as (
                select o.order_id, o.currency, o.total, o.captured, o.refunded,
                       o.total <> l.net + t.shipping + t.tax or l.discount <> t.discount as differs
                from orders o join order_terms t using (number) join line l using (number))
            select currency as unit, count(*) filter (where differs) as differing,
                   min(order_id::text) filter (where differs) as example, sum(total)::bigint as ordered,
                   sum(captured)::bigint as captured, sum(refunded)::bigint as refunded,
                   sum(captured - refunded)::bigint as kept
            from compared group by currency order by currency
            """);
    private static final Check UNITS = new Check("units", List.of("orders", "units", "standing"),
            """
            with line as (
                select number, sum(quantity) as units from order_line group by number),
            compared as (
                select o.order_id, o.status, o.units, o.units <> coalesce(l.units, 0) as differs
                from orders o left join line l using (number))
            select '' as unit, count(*) filter (where differs) as differing,
                   min(order_id::text) filter (where differs) as example, count(*) as orders,
                   coalesce(sum(units), 0)::bigint as units,
                   coalesce(sum(units) filter (where status <> 'CANCELLED'), 0)::bigint as standing
            from compared
            """);

    public static final List<Check> ALL = List.of(TOTALS, UNITS);

    private Sums() {}
}
