package dev.souk.bench.growth;

import dev.souk.bench.Tokens;
import dev.souk.bench.http.Shopper;
import dev.souk.bench.load.Load;
import dev.souk.bench.load.Purchase;
import dev.souk.bench.load.Shelf;
import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/// The purchases that are multiplied: a few hundred over HTTP in a shop that is otherwise empty, carried on until nothing
/// more happens to them, and some carts that are left behind.
final class FirstTrade {
    private static final java.util.regex.Pattern BEHIND = java.util.regex.Pattern.compile("souk_lag_messages\\{[^}]*\\} ([0-9.E+]+)");
    private static final int ITEMS = 3;

    private final Target target;
    private final Shelf shelf;

    FirstTrade(Target target, Shelf shelf) {
        this.target = target;
        this.shelf = shelf;
    }

    Pattern trade(int orders) throws IOException, SQLException, InterruptedException, Load.Failed {
        var since = Instant.now();
        try (var buyer = new Purchase(target.httpPort(), shelf).user(0)) {
            for (int i = 0; i < orders; i++) {
                buyer.once();
            }
        }
        leaveCarts(orders / 2);
        awaitCount("select count(*) from orders where status = 'FULFILLING' and payment_status = 'CAPTURED'", orders);
        awaitQuiet(target);
        return Pattern.of(target, since);
    }

    private void leaveCarts(int carts) throws IOException {
        var random = new SplittableRandom(11);
        for (int i = 0; i < carts; i++) {
            try (var guest = new Shopper(target.httpPort(), null)) {
                var cart = UUID.randomUUID();
                guest.openCart(cart);
                for (int item = 0; item < ITEMS; item++) {
                    guest.post("/api/v1/carts/" + cart + "/items", "{\"productId\":\"" + shelf.any(random) + "\",\"quantity\":1}");
                }
            }
        }
    }

    private void awaitCount(String sql, long wanted) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        try (var connection = target.database("souk_order"); var statement = connection.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getLong(1) >= wanted) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new SQLException("the first orders do not get on: " + sql);
                }
                Thread.sleep(200);
            }
        }
    }

    /// Until every context has handled all that the others told: what is behind a cursor is forgotten when it is moved.
    static void awaitQuiet(Target target) throws IOException, InterruptedException {
        try (var operator = new Shopper(target.httpPort(), Tokens.admin(target.data()))) {
            for (int quiet = 0; quiet < 3; ) {
                Thread.sleep(500);
                var behind = BEHIND.matcher(operator.get("/actuator/prometheus").text()).results()
                        .mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
                quiet = behind == 0 ? quiet + 1 : 0;
            }
        }
    }
}
