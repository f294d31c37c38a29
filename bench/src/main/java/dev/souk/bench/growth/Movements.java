package dev.souk.bench.growth;

import java.sql.SQLException;

/// Stock is a running sum, so a movement cannot simply be copied: each continues the versions and balances of its sku.
final class Movements {
    private static final long CHUNK = 50_000;

    private Movements() {}

    /// After the reservations, with their members still known.
    static void grow(Grower inventory) throws SQLException {
        var extent = inventory.extent();
        inventory.run("""
            create temp table moved as
            select m.grp, t.sku, t.location_id, t.kind, t.on_hand_delta, t.reserved_delta, t.at,
                   pg_temp.marked(t.reference::text) as reference,
                   row_number() over w as nth, sum(t.reserved_delta) over w as reserved
            from stock_movement t join member m on m.id = t.reference where t.on_hand_delta = 0
            window w as (partition by t.sku, t.location_id order by t.version rows unbounded preceding)""");
        inventory.run("""
            create temp table each_copy as
            select sku, location_id, count(*) as versions, sum(reserved_delta)::bigint as reserved from moved group by 1, 2""");
        inventory.run("analyze moved");
        inventory.run("analyze each_copy");
        long perStatement = CHUNK / extent.groups() * extent.groups() + extent.groups();
        for (long from = 0; from < extent.orders(); from += perStatement) {
            inventory.run("""
                insert into stock_movement (sku, location_id, version, kind, on_hand_delta, reserved_delta, on_hand, reserved, reference, at)
                select p.sku, p.location_id, i.version + (s.n / %d) * e.versions + p.nth, p.kind, p.on_hand_delta, p.reserved_delta,
                       i.on_hand, i.reserved + (s.n / %d) * e.reserved + p.reserved,
                       replace(replace(p.reference, E'\\x01', s.random), E'\\x02', s.timed)::uuid, p.at + s.shift
                from %s join moved p on p.grp = s.grp join each_copy e using (sku, location_id) join stock_item i using (sku, location_id)
                order by 1, 2, 3"""
                    .formatted(extent.groups(), extent.groups(),
                            extent.series(from, Math.min(extent.orders(), from + perStatement), extent.orders(), extent.groups())));
        }
        settle(inventory, extent.orders() / extent.groups());
    }

    /// The stock as it is after all that, still to be told to others; the regular comparison has seen it.
    private static void settle(Grower inventory, long copies) throws SQLException {
        inventory.run("""
            update stock_item i set version = i.version + %d * e.versions, reserved = i.reserved + %d * e.reserved,
                   dirty_since = coalesce(dirty_since, now())
            from each_copy e where e.sku = i.sku and e.location_id = i.location_id""".formatted(copies, copies));
        inventory.run("""
            insert into ledger_checkpoint (sku, location_id, version, on_hand, reserved)
            select sku, location_id, version, on_hand, reserved from stock_item
            on conflict (sku, location_id) do update
            set version = excluded.version, on_hand = excluded.on_hand, reserved = excluded.reserved""");
    }
}
