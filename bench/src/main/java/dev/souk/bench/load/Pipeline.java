package dev.souk.bench.load;

import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Meter;
import dev.souk.bench.measure.Target;
import dev.souk.contracts.Address;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.MessageTypes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// The checkout pipeline without HTTP: checked-out carts are written straight into the cart's tables and journal, and
/// the platform turns them into confirmed, captured orders. Counted from the first order to the last effect.
public final class Pipeline {
    private static final int CHUNK = 1_000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Address ADDRESS =
            new Address("Ada Bench", "1 Measure Street", null, "London", null, "N1 9GU", "GB", null);

    private final Target target;
    private final Shelf shelf;
    private final SplittableRandom random = new SplittableRandom(7);

    public Pipeline(Target target, Shelf shelf) {
        this.target = target;
        this.shelf = shelf;
    }

    public Measurement run(int checkouts, double pgbenchTps) throws SQLException, IOException, InterruptedException {
        long before = lastNumber();
        var meter = new Meter(target);
        try (var cart = target.database("souk_cart");
                var vault = target.vault()) {
            for (int written = 0; written < checkouts; written += CHUNK) {
                write(cart, vault, Math.min(CHUNK, checkouts - written));
            }
            meter.begin();
            awaitOrders(before, 1);
            long start = System.nanoTime();
            awaitOrders(before, checkouts);
            double confirmed = (System.nanoTime() - start) / 1e9;
            awaitCaptured(before, checkouts);
            meter.end();
            return measurement(checkouts, confirmed, meter, pgbenchTps);
        }
    }

    private static Measurement measurement(int checkouts, double seconds, Meter meter, double tps) {
        double rate = checkouts / seconds;
        var none = new Measurement.Latency(0, 0, 0, 0);
        return new Measurement(
                "pipeline", 0, 0, seconds, checkouts, rate, none, null, meter.eventLag(), Map.of(),
                meter.platformMillis() / checkouts, meter.postgresMillis() / checkouts,
                meter.driverMillis() / checkouts, meter.walBytes() / checkouts, tps, tps == 0 ? 0 : rate / tps);
    }

    private void write(Connection cart, Vault vault, int count) throws SQLException {
        cart.setAutoCommit(false);
        try (var carts = cart.prepareStatement(
                        """
                        insert into carts (id, version, status, channel, currency, guest_id, max_quantity, max_lines,
                                           line_count, checkout_id, order_id, checkout_total, locked_at, reminders,
                                           created_at, last_activity_at, due_at)
                        values (?, 4, 'CHECKING_OUT', 'WEB', 'GBP', ?, 99, 50, 2, ?, ?, ?, now(), 0, now(), now(), now() + interval '20 min')
                        """);
                var lines = cart.prepareStatement(
                        """
                        insert into cart_lines (cart_id, line_id, product_id, sku, name, quantity, unit_price, added_version)
                        values (?, ?, ?, ?, ?, 1, ?, 2)
                        """);
                var journal = cart.prepareStatement(
                        """
                        with me as materialized (select pg_current_xact_id())
                        insert into journal (id, type, version, key, aggregate_version, occurred_at, correlation_id,
                                             causation_id, actor_kind, actor_id, payload)
                        select ?, 'CartCheckedOut', '3.0', ?, 4, now(), ?, ?, 'GUEST', 'guest', ? from me
                        """)) {
            for (int i = 0; i < count; i++) {
                var event = event(vault);
                bind(carts, event.cartId(), event.customerId(), event.checkoutId(), event.orderId(), event.total());
                for (var item : event.items()) {
                    bind(lines, event.cartId(), item.lineId(), item.productId(), item.sku(), item.name(), item.unitPrice());
                }
                bind(journal, event.eventId(), event.key(), event.checkoutId(), event.eventId(), MessageTypes.write(event));
            }
            carts.executeBatch();
            lines.executeBatch();
            journal.executeBatch();
        }
        cart.commit();
    }

    private static void bind(java.sql.PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private CartCheckedOut event(Vault vault) {
        var items = new ArrayList<CartCheckedOut.Item>();
        long total = 0;
        var chosen = new java.util.HashSet<UUID>();
        while (items.size() < 2) {
            var product = shelf.any(random);
            int number = shelf.products().indexOf(product);
            if (chosen.add(product)) {
                long price = 500L + number % 2_000;
                items.add(new CartCheckedOut.Item(
                        UUID.randomUUID(), product, null, "BENCH-%05d".formatted(number),
                        "Measured article " + number, 1, price, 0, price, 0));
                total += price;
            }
        }
        var guest = vault.newcomer();
        var home = vault.seal(guest, ADDRESS);
        return new CartCheckedOut(
                UUID.randomUUID(), Instant.now(), UUID.randomUUID(), guest, List.copyOf(items), total, 0,
                495, 0, total + 495, "GBP", UUID.randomUUID(), UUID.randomUUID(), 4, UUID.randomUUID(),
                "0".repeat(64), List.of(), null, home, home, "GB", "GB", "standard", "tok_visa", null,
                vault.seal(guest, "ada@bench.example"), "WEB", "guest", null);
    }

    private long lastNumber() throws SQLException {
        return count("souk_order", "select coalesce(max(number), -1) from orders");
    }

    /// Numbers are handed out in order: counting begins when the last may be there, so that waiting is no load of its own.
    private void awaitOrders(long before, long count) throws SQLException, InterruptedException {
        await("souk_order", "select coalesce(max(number), -1) from orders", before + count);
        await("souk_order", "select count(*) from orders where number > " + before, count);
    }

    /// Captured, told to the order, and every cart of the load gone.
    private void awaitCaptured(long before, long count) throws SQLException, InterruptedException {
        await("souk_order", "select count(*) from orders where payment_status = 'CAPTURED' and number > " + before, count);
        await("souk_cart", "select -count(*) from carts where status = 'CHECKING_OUT'", 0);
    }

    private void await(String database, String sql, long atLeast) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (count(database, sql) < atLeast) {
            if (System.nanoTime() > deadline) {
                throw new SQLException("the pipeline stands still: " + sql);
            }
            Thread.sleep(LOOK);
        }
    }

    private final Map<String, Connection> open = new java.util.HashMap<>();

    private long count(String database, String sql) throws SQLException {
        var connection = open.get(database);
        if (connection == null) {
            connection = target.database(database);
            open.put(database, connection);
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
