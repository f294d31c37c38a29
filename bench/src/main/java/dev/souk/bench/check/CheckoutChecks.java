package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;

/// Every checkout ends exactly once, and every order adds up: I12, I17.
final class CheckoutChecks {
    private final Databases databases;

    CheckoutChecks(Databases databases) {
        this.databases = databases;
    }

    /// I12: each CartCheckedOut has one order, or one CheckoutFailed and an open cart; never both.
    Finding endedOnce() throws SQLException {
        var broken = new ArrayList<String>();
        var orders = new HashMap<String, Integer>();
        databases.rows("order", "select checkout_id from order_terms", row -> orders.merge(row.getString(1), 1, Integer::sum));
        var failed = new HashMap<String, Integer>();
        databases.rows("checkout", "select payload::json ->> 'checkoutId' from journal where type = 'CheckoutFailed'",
                row -> failed.merge(row.getString(1), 1, Integer::sum));
        var started = databases.rows("cart",
                "select payload::json ->> 'checkoutId' from journal where type = 'CartCheckedOut'", row -> row.getString(1));
        for (var checkout : started) {
            int ends = orders.getOrDefault(checkout, 0) + failed.getOrDefault(checkout, 0);
            if (ends != 1) {
                broken.add("checkout " + checkout + " has " + orders.getOrDefault(checkout, 0) + " orders and "
                        + failed.getOrDefault(checkout, 0) + " failures");
            }
        }
        for (var locked : databases.rows("cart",
                "select id, checkout_id from carts where status = 'CHECKING_OUT'",
                row -> row.getString(1) + " locked by " + row.getString(2))) {
            broken.add("cart " + locked);
        }
        return new Finding("I12", "%,d checkouts = %,d orders + %,d failures".formatted(
                started.size(), orders.size(), failed.size()), broken);
    }

    /// I17: order totals add up, line by line, and are what the hashed quote said.
    Finding ordersAddUp() throws SQLException {
        var broken = new ArrayList<>(databases.violations("order", """
                select o.order_id, o.total, l.net, t.shipping, t.tax, l.discount, t.discount as order_discount
                from orders o join order_terms t using (number)
                join (select number, sum(net) as net, sum(discount) as discount from order_line group by number) l using (number)
                where o.total <> l.net + t.shipping + t.tax or l.discount <> t.discount"""));
        var quoted = new HashMap<String, Long>();
        databases.rows("pricing", "select order_id, (body::json ->> 'total')::bigint from quote", row -> quoted.put(row.getString(1), row.getLong(2)));
        for (var row : databases.rows("order", "select order_id, total from orders",
                row -> new Object[] {row.getString(1), row.getLong(2)})) {
            var total = quoted.get((String) row[0]);
            if (total != null && !total.equals(row[1])) {
                broken.add("order " + row[0] + " costs " + row[1] + ", its quote said " + total);
            }
        }
        return new Finding("I17", "%,d orders, %,d quotes kept, total %,d".formatted(
                databases.number("order", "select count(*) from orders"), quoted.size(),
                databases.number("order", "select coalesce(sum(total), 0) from orders")), broken);
    }
}
