package dev.souk.inventory.db;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reading `stock_movement`, and holding it against the stock.
public final class Ledger {
    /// Differences since the last checkpoint: what came after it, added to the balances there, must be the stock.
    private static final String SINCE_CHECKPOINT =
            """
            select s.sku, s.location_id, s.version, s.on_hand, s.reserved,
                   coalesce(c.version, 0) + count(m.version) as m_version,
                   (coalesce(c.on_hand, 0) + coalesce(sum(m.on_hand_delta), 0))::bigint as m_on_hand,
                   (coalesce(c.reserved, 0) + coalesce(sum(m.reserved_delta), 0))::bigint as m_reserved
            from stock_item s
            left join ledger_checkpoint c on c.sku = s.sku and c.location_id = s.location_id
            left join stock_movement m on m.sku = s.sku and m.location_id = s.location_id
                 and m.version > coalesce(c.version, 0)
            where (s.version, s.on_hand, s.reserved)
                  <> (coalesce(c.version, 0), coalesce(c.on_hand, 0), coalesce(c.reserved, 0))
            group by s.sku, s.location_id, c.sku, c.location_id
            """;

    private static final String WHOLE =
            """
            select s.sku, s.location_id, s.version, s.on_hand, s.reserved, count(m.version) as m_version,
                   coalesce(sum(m.on_hand_delta), 0)::bigint as m_on_hand,
                   coalesce(sum(m.reserved_delta), 0)::bigint as m_reserved
            from stock_item s
            left join stock_movement m on m.sku = s.sku and m.location_id = s.location_id
            group by s.sku, s.location_id
            """;

    private static final String OPEN_RESERVATIONS =
            """
            with line as (
                select regexp_split_to_table(lines, E'\\n') as line from reservation
                where status in ('HELD', 'COMMITTED')),
            held as (
                select split_part(line, E'\\t', 1) as sku, split_part(line, E'\\t', 2) as location_id,
                       sum(split_part(line, E'\\t', 3)::bigint)::bigint as quantity
                from line group by 1, 2)
            select s.sku, s.location_id, s.reserved, coalesce(h.quantity, 0) as quantity
            from stock_item s left join held h
                on h.sku = s.sku and h.location_id = s.location_id
            where s.reserved <> coalesce(h.quantity, 0) order by s.sku, s.location_id
            """;

    /// What has gone wrong since the last call that found nothing wrong at a place; remembers where all is well.
    public List<CheckStockLedger.Difference> sinceCheckpoint(Tx tx) {
        var differences = differences(tx, SINCE_CHECKPOINT);
        tx.sql("insert into ledger_checkpoint (sku, location_id, version, on_hand, reserved) "
                        + "select sku, location_id, version, on_hand, reserved from (" + SINCE_CHECKPOINT + ") as t "
                        + "where version = m_version and on_hand = m_on_hand and reserved = m_reserved "
                        + "on conflict (sku, location_id) do update set version = excluded.version, "
                        + "on_hand = excluded.on_hand, reserved = excluded.reserved")
                .update();
        return differences;
    }

    /// Everything from the first movement on, and the open reservations.
    public List<CheckStockLedger.Difference> whole(Tx tx) {
        var all = new ArrayList<>(differences(tx, WHOLE));
        all.addAll(tx.sql(OPEN_RESERVATIONS)
                .list(row -> new CheckStockLedger.Difference(
                        row.text("sku"),
                        row.text("location_id"),
                        "OPEN_RESERVATIONS",
                        row.bigint("reserved"),
                        row.bigint("quantity"))));
        return all;
    }

    private static List<CheckStockLedger.Difference> differences(Tx tx, String sums) {
        return tx
                .sql("select * from (" + sums + ") as t where version <> m_version or on_hand <> m_on_hand "
                        + "or reserved <> m_reserved order by sku, location_id")
                .list(Ledger::differences)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<CheckStockLedger.Difference> differences(Row row) {
        return Stream.of(
                        difference(row, "MOVEMENT_COUNT", "version"),
                        difference(row, "ON_HAND", "on_hand"),
                        difference(row, "RESERVED", "reserved"))
                .filter(difference -> difference.stock() != difference.ledger())
                .toList();
    }

    private static CheckStockLedger.Difference difference(Row row, String kind, String column) {
        return new CheckStockLedger.Difference(
                row.text("sku"), row.text("location_id"), kind, row.bigint(column), row.bigint("m_" + column));
    }

    /// Movements from `from` to before `to`, those after version `after`, oldest first.
    public List<GetStockLedger.Movement> movements(Tx tx, GetStockLedger query) {
        return tx.sql(
                        """
                        select version, kind, on_hand_delta, reserved_delta, on_hand, reserved, reference, at
                        from stock_movement
                        where sku = ? and location_id = ? and version > ? and at >= ? and at < ?
                        order by version limit ?
                        """)
                .params(query.sku(), query.locationId(), query.after(), from(query.from()), to(query.to()))
                .params(query.limit() + 1)
                .list(row -> new GetStockLedger.Movement(
                        row.bigint("version"),
                        row.text("kind"),
                        row.bigint("on_hand_delta"),
                        row.bigint("reserved_delta"),
                        row.bigint("on_hand"),
                        row.bigint("reserved"),
                        row.uuid("reference"),
                        row.instant("at")));
    }

    /// The balances before the first movement at or after `from`: now, if there was none. Empty for unknown stock.
    public Optional<GetStockLedger.Balance> present(Tx tx, String sku, String location) {
        return tx.sql("select on_hand, reserved from stock_item where sku = ? and location_id = ?")
                .params(sku, location)
                .optional(row -> new GetStockLedger.Balance(row.bigint("on_hand"), row.bigint("reserved")));
    }

    /// The balances after the last movement before `at` and up to version `upTo`, if there was one.
    public Optional<GetStockLedger.Balance> before(Tx tx, GetStockLedger query) {
        return tx.sql(
                        """
                        select on_hand, reserved from stock_movement
                        where sku = ? and location_id = ? and (version <= ? or at < ?)
                        order by version desc limit 1
                        """)
                .params(query.sku(), query.locationId(), query.after(), from(query.from()))
                .optional(row -> new GetStockLedger.Balance(row.bigint("on_hand"), row.bigint("reserved")));
    }

    private static Instant from(@Nullable Instant from) {
        return from == null ? Instant.EPOCH : from;
    }

    private static Instant to(@Nullable Instant to) {
        return to == null ? Instant.parse("9999-01-01T00:00:00Z") : to;
    }
}
