package dev.souk.bench.growth;

import dev.souk.bench.check.Databases;
import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What real purchases left behind, by the ids that belong together.
///
/// @param orders the ids of an order, its cart, checkout, payment, reservation, quote and customer
/// @param carts that nobody checked out
/// @param ledger what the provider has written about each order
/// @param journalRows messages about these orders, in all journals
record Pattern(
        List<List<UUID>> orders, List<List<UUID>> carts, List<List<JsonNode>> ledger, long journalRows, Instant since) {
    static Pattern of(Target target, Instant since) throws SQLException, IOException {
        try (var databases = new Databases(target)) {
            var orders = databases.rows("order", """
                    select order_id, customer_id, reservation_id, payment_id, cart_id, checkout_id, quote_id
                    from orders join order_terms using (number) where status <> 'CANCELLED' order by number""",
                    row -> ids(row, 7));
            var carts = databases.rows("cart", "select id from carts where status = 'ACTIVE' order by created_at", row -> ids(row, 1));
            long messages = 0;
            for (var context : Copies.JOURNALS) {
                messages += databases.number(context, "select count(*) from journal where key ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[4-8]' "
                        + "and occurred_at >= '" + since + "'");
            }
            return new Pattern(orders, carts, ledger(target, orders), messages, since);
        }
    }

    private static List<UUID> ids(java.sql.ResultSet row, int columns) throws SQLException {
        var ids = new ArrayList<UUID>();
        for (int i = 1; i <= columns; i++) {
            ids.add(row.getObject(i, UUID.class));
        }
        return List.copyOf(ids);
    }

    private static List<List<JsonNode>> ledger(Target target, List<List<UUID>> orders) throws IOException {
        Map<String, List<JsonNode>> byOrder = new HashMap<>();
        orders.forEach(ids -> byOrder.put(ids.getFirst().toString(), new ArrayList<>()));
        try (var lines = Files.lines(target.data().resolve("payment-provider").resolve("ledger.jsonl"))) {
            lines.map(JsonMapper.shared()::readTree).forEach(line ->
                    byOrder.getOrDefault(line.path("orderId").asString(""), new ArrayList<>()).add(line));
        }
        return orders.stream().map(ids -> byOrder.getOrDefault(ids.getFirst().toString(), List.of())).toList();
    }
}
