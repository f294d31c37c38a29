package dev.souk.inventory.db;

import dev.souk.platform.messaging.Check;
import java.util.List;

/// What must add up in the books of the stock.
public final class Sums {
    private static final Check STOCK = new Check("stock", List.of("on_hand", "booked"),
            """
            with booked as (
                select sku, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                from stock_movement group by sku, location_id),
            compared as (
                select s.sku, s.location_id, s.on_hand, b.on_hand as booked,
                       s.on_hand <> coalesce(b.on_hand, 0) or s.reserved <> coalesce(b.reserved, 0) as differs
                from stock_item s left join booked b using (sku, location_id))
            select '' as unit, count(*) filter (where differs) as differing,
                   min(sku || ' @ ' || location_id) filter (where differs) as example,
                   coalesce(sum(on_hand), 0)::bigint as on_hand, coalesce(sum(booked), 0)::bigint as booked
            from compared
            """);
    /// Lines of a reservation are sku, location and quantity, separated by tabs.
    private static final Check RESERVATIONS = new Check("reservations", List.of("reserved", "held", "committed"),
            """
            with line as (
                select r.status, regexp_split_to_array(l, E'\\t') as f
                from reservation r, regexp_split_to_table(r.lines, E'\\n') as l
                where r.status in ('HELD', 'COMMITTED')),
            promised as (
                select f[1] as sku, f[2] as location_id, sum(f[3]::bigint) as units,
                       sum(f[3]::bigint) filter (where status = 'COMMITTED') as committed
                from line group by f[1], f[2]),
            compared as (
                select sku, location_id, s.reserved, p.units, p.committed,
                       coalesce(s.reserved, 0) <> coalesce(p.units, 0) as differs
                from stock_item s full join promised p using (sku, location_id))
            select '' as unit, count(*) filter (where differs) as differing,
                   min(sku || ' @ ' || location_id) filter (where differs) as example,
                   coalesce(sum(reserved), 0)::bigint as reserved, coalesce(sum(units), 0)::bigint as held,
                   coalesce(sum(committed), 0)::bigint as committed
            from compared
            """);

    public static final List<Check> ALL = List.of(STOCK, RESERVATIONS);

    private Sums() {}
}
