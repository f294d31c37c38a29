package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Stock is conserved and never oversold: I5, I6, I7.
final class StockChecks {
    private final Databases databases;

    StockChecks(Databases databases) {
        this.databases = databases;
    }

    /// I5: the ledger's sums are the stock; reserved is what open reservations hold.
    Finding conserved() throws SQLException {
        var broken = new ArrayList<>(databases.violations("inventory", """
                select s.sku, s.location_id, s.on_hand, s.reserved, m.on_hand as booked, m.reserved as promised
                from stock_item s left join (
                    select sku, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                    from stock_movement group by sku, location_id) m using (sku, location_id)
                where s.on_hand <> coalesce(m.on_hand, 0) or s.reserved <> coalesce(m.reserved, 0)"""));
        var held = held();
        var reserved = reserved();
        for (var key : reserved.keySet()) {
            if (!reserved.get(key).equals(held.getOrDefault(key, 0L))) {
                broken.add(key + ": reserved " + reserved.get(key) + ", open reservations hold " + held.get(key));
            }
        }
        held.keySet().stream().filter(key -> !reserved.containsKey(key)).forEach(key -> broken.add(key + ": held, no stock"));
        return new Finding("I5", "received %,d = on hand %,d + shipped 0; reserved %,d = held by reservations %,d".formatted(
                databases.number("inventory", "select coalesce(sum(on_hand_delta), 0) from stock_movement"),
                databases.number("inventory", "select coalesce(sum(on_hand), 0) from stock_item"),
                databases.number("inventory", "select coalesce(sum(reserved), 0) from stock_item"),
                held.values().stream().mapToLong(Long::longValue).sum()), broken);
    }

    private Map<String, Long> reserved() throws SQLException {
        var all = new HashMap<String, Long>();
        databases.rows("inventory", "select sku, location_id, reserved from stock_item where reserved <> 0",
                row -> all.put(row.getString(1) + "@" + row.getString(2), row.getLong(3)));
        return all;
    }

    /// What open reservations hold, from their stored lines (sku, location, quantity, separated by tabs).
    private Map<String, Long> held() throws SQLException {
        var all = new HashMap<String, Long>();
        databases.each("inventory", "select lines from reservation where status in ('HELD', 'COMMITTED')", row -> {
            for (var line : row.getString(1).split("\n", -1)) {
                var fields = line.split("\t", -1);
                all.merge(fields[0] + "@" + fields[1], Long.parseLong(fields[2]), Long::sum);
            }
        });
        return all;
    }

    /// I6: every order that stands has exactly its units reserved; nothing is reserved beyond what is there.
    Finding covered() throws SQLException {
        var ordered = databases.numbers("order", """
                select o.reservation_id, sum(l.quantity) from orders o join order_line l using (number)
                where o.status <> 'CANCELLED' group by o.reservation_id""");
        var committed = new HashMap<UUID, Long>();
        databases.each("inventory", "select id, lines from reservation where status = 'COMMITTED'",
                row -> committed.put(row.getObject(1, UUID.class),
                        row.getString(2).lines().mapToLong(line -> Long.parseLong(line.split("\t", -1)[2])).sum()));
        var broken = new ArrayList<>(databases.violations("inventory",
                "select sku, on_hand, reserved from stock_item where on_hand < 0 or reserved < 0 or reserved > on_hand"));
        ordered.forEach((reservation, units) -> {
            if (!units.equals(committed.get(reservation))) {
                broken.add("reservation " + reservation + ": ordered " + units + ", committed " + committed.get(reservation));
            }
        });
        return new Finding("I6", "%,d orders stand, %,d units ordered, %,d units committed".formatted(
                ordered.size(), sum(ordered), sum(committed)), broken);
    }

    private static long sum(Map<?, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }

    /// I7: nothing is held past its time, nothing is committed without an order.
    Finding noLeftovers() throws SQLException {
        var broken = new ArrayList<>(databases.violations("inventory",
                "select id, expires_at from reservation where status = 'HELD' and expires_at < now() - interval '2 seconds'"));
        var stands = new HashMap<UUID, Boolean>();
        databases.each("order", "select reservation_id, status <> 'CANCELLED' from orders",
                row -> stands.put(row.getObject(1, UUID.class), row.getBoolean(2)));
        var committed = new long[1];
        databases.each("inventory", "select id from reservation where status = 'COMMITTED'", row -> {
            committed[0]++;
            var order = stands.get(row.getObject(1, UUID.class));
            if (order == null || !order) {
                broken.add("committed " + (order == null ? "without an order: " : "for a cancelled order: ") + row.getString(1));
            }
        });
        long held = databases.number("inventory", "select count(*) from reservation where status = 'HELD'");
        return new Finding("I7", "%,d committed, %,d still held".formatted(committed[0], held), broken);
    }
}
