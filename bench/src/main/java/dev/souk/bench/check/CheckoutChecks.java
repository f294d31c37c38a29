package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;

/// Every checkout ends exactly once, and every order adds up: I12, I17.
final class CheckoutChecks {
    private final Databases databases;
    private final UnderWay underWay;

    CheckoutChecks(Databases databases, UnderWay underWay) {
        this.databases = databases;
        this.underWay = underWay;
    }

    /// I12: each CartCheckedOut has one order, or one CheckoutFailed and an open cart; never both. One that still waits,
    /// for its shopper or for a next try, is open.
    Finding endedOnce() throws SQLException {
        var verdict = new UnderWay.Verdict();
        var waiting = underWay.checkouts();
        var orders = new HashMap<UUID, Integer>();
        databases.each("order", "select checkout_id from order_terms", row -> orders.merge(row.getObject(1, UUID.class), 1, Integer::sum));
        var failed = new HashMap<UUID, Integer>();
        databases.each("checkout", "select (payload::json ->> 'checkoutId')::uuid from journal where type = 'CheckoutFailed'",
                row -> failed.merge(row.getObject(1, UUID.class), 1, Integer::sum));
        var started = new long[1];
        databases.each("cart", "select (payload::json ->> 'checkoutId')::uuid from journal where type = 'CartCheckedOut'", row -> {
            var checkout = row.getObject(1, UUID.class);
            started[0]++;
            int ordered = orders.getOrDefault(checkout, 0);
            int failures = failed.getOrDefault(checkout, 0);
            if (ordered + failures != 1) {
                verdict.disagrees(ordered + failures == 0 ? waiting.get(checkout) : null,
                        "checkout " + checkout + " has " + ordered + " orders and " + failures + " failures");
            }
        });
        databases.each("cart", "select id, checkout_id from carts where status = 'CHECKING_OUT'", row -> verdict.disagrees(
                waiting.get(row.getObject(2, UUID.class)), "cart " + row.getString(1) + " is locked by " + row.getString(2)));
        return verdict.on("I12", "%,d checkouts = %,d orders + %,d failures".formatted(started[0], orders.size(), failed.size()));
    }

    /// I17: order totals add up, line by line, and are what the hashed quote said.
    Finding ordersAddUp() throws SQLException {
        var broken = new ArrayList<>(databases.violations("order", """
                select o.order_id, o.total, l.net, t.shipping, t.tax, l.discount, t.discount as order_discount
                from orders o join order_terms t using (number)
                join (select number, sum(net) as net, sum(discount) as discount from order_line group by number) l using (number)
                where o.total <> l.net + t.shipping + t.tax or l.discount <> t.discount"""));
        var quoted = databases.numbers("pricing", "select order_id, (body::json ->> 'total')::bigint from quote");
        databases.each("order", "select order_id, total from orders", row -> {
            var total = quoted.get(row.getObject(1, UUID.class));
            if (total != null && total != row.getLong(2)) {
                broken.add("order " + row.getString(1) + " costs " + row.getLong(2) + ", its quote said " + total);
            }
        });
        return new Finding("I17", "%,d orders, %,d quotes kept, total %,d".formatted(
                databases.number("order", "select count(*) from orders"), quoted.size(),
                databases.number("order", "select coalesce(sum(total), 0) from orders")), broken);
    }
}
