package dev.souk.bench.torture;

import dev.souk.bench.check.Databases;
import dev.souk.bench.check.Finding;
import dev.souk.bench.measure.Target;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// I13 and P4: what was answered is there, what was refused is not, and what was repeated happened once. Compares the
/// shoppers' own record with the journals and tables.
final class LogChecks implements AutoCloseable {
    /// Each is the effect of exactly one call on a cart.
    private static final String CART_CALLS =
            "'CartCreated', 'ItemAddedToCart', 'CartItemQuantityChanged', 'ItemRemovedFromCart', 'CartCouponApplied', "
                    + "'CartDeliverySet', 'CartCheckedOut'";

    private final Databases databases;
    private final Deeds deeds;

    LogChecks(Target target, Deeds deeds) {
        this.databases = new Databases(target);
        this.deeds = deeds;
    }

    List<Finding> all() throws SQLException {
        return List.of(carts(), checkouts(), cancellations(), refunds(), followers(), coupons());
    }

    /// The versions in a cart's journal are those that its shopper was told: none lost, none made twice.
    private Finding carts() throws SQLException {
        var journal = new HashMap<String, Set<Long>>();
        databases.rows("cart", "select key, aggregate_version from journal where type in (" + CART_CALLS + ")",
                row -> journal.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getLong(2)));
        var broken = new ArrayList<String>();
        long acknowledged = 0;
        for (var cart : deeds.carts.entrySet()) {
            acknowledged += cart.getValue().size();
            var kept = journal.getOrDefault(cart.getKey(), Set.of());
            var lost = new TreeSet<>(cart.getValue());
            lost.removeAll(kept);
            var unasked = new TreeSet<>(kept);
            unasked.removeAll(cart.getValue());
            if (!lost.isEmpty() || (!unasked.isEmpty() && deeds.sure(cart.getKey()))) {
                broken.add("cart " + cart.getKey() + ": answered and lost " + lost + ", done and never answered " + unasked);
            }
        }
        return new Finding("I13", "%,d acknowledged changes of %,d carts, each there once".formatted(acknowledged, deeds.carts.size()), broken);
    }

    private Finding checkouts() throws SQLException {
        var started = new HashMap<String, Integer>();
        databases.rows("cart", "select payload::json ->> 'checkoutId' from journal where type = 'CartCheckedOut'",
                row -> started.merge(row.getString(1), 1, Integer::sum));
        var orders = new HashMap<String, String>();
        databases.rows("order", "select checkout_id, order_id from order_terms join orders using (number)",
                row -> orders.put(row.getString(1), row.getString(2)));
        var broken = new ArrayList<String>();
        deeds.checkouts.forEach((id, told) -> {
            if (started.getOrDefault(id, 0) != 1) {
                broken.add("checkout " + id + " was accepted and is in the journal " + started.getOrDefault(id, 0) + " times");
            }
            if (told.state().equals("COMPLETED") && !told.orderId().equals(orders.get(id))) {
                broken.add("checkout " + id + " was said to be completed, its order is " + orders.get(id));
            }
            if (told.state().equals("FAILED") && orders.containsKey(id)) {
                broken.add("checkout " + id + " was said to have failed and has order " + orders.get(id));
            }
        });
        return new Finding("I13", "%,d accepted checkouts ended as their shoppers were told".formatted(deeds.checkouts.size()), broken);
    }

    private Finding cancellations() throws SQLException {
        var cancelled = new HashSet<String>();
        databases.rows("order", "select order_id from orders where status = 'CANCELLED'", row -> cancelled.add(row.getString(1)));
        var told = new HashMap<String, Integer>();
        databases.rows("order", "select key from journal where type = 'OrderCancelled'", row -> told.merge(row.getString(1), 1, Integer::sum));
        var broken = new ArrayList<String>();
        for (var order : deeds.cancelledOrders) {
            if (!cancelled.contains(order) || told.getOrDefault(order, 0) != 1) {
                broken.add("order " + order + " was cancelled: " + cancelled.contains(order) + ", told " + told.getOrDefault(order, 0) + " times");
            }
        }
        return new Finding("I13", "%,d acknowledged cancellations".formatted(deeds.cancelledOrders.size()), broken);
    }

    private Finding refunds() throws SQLException {
        var kept = new HashMap<String, Long>();
        databases.rows("payment", "select id, amount from refund where state = 'PROCESSED'", row -> kept.put(row.getString(1), row.getLong(2)));
        var any = new HashSet<>(databases.rows("payment", "select id from refund", row -> row.getString(1)));
        var broken = new ArrayList<String>();
        deeds.refunds.forEach((id, amount) -> {
            if (!amount.equals(kept.get(id))) {
                broken.add("refund " + id + " of " + amount + " was accepted, given back " + kept.get(id));
            }
        });
        deeds.refusedRefunds.stream().filter(any::contains).forEach(id -> broken.add("refund " + id + " was refused and is there"));
        return new Finding("I13", "%,d accepted and %,d refused refunds".formatted(
                deeds.refunds.size(), deeds.refusedRefunds.size()), broken);
    }

    /// P5: what orders know of their payments is what the payments are.
    private Finding followers() throws SQLException {
        Map<String, List<Long>> payments = new HashMap<>();
        databases.rows("payment", "select id, captured, refunded from payment",
                row -> payments.put(row.getString(1), List.of(row.getLong(2), row.getLong(3))));
        var broken = new ArrayList<String>();
        long orders = 0;
        for (var order : databases.rows("order", "select order_id, payment_id, captured, refunded from orders",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))) {
            orders++;
            var theirs = payments.getOrDefault(order.get(1), List.of());
            if (!theirs.equals(List.of(Long.valueOf(order.get(2)), Long.valueOf(order.get(3))))) {
                broken.add("order " + order.getFirst() + " knows " + order.subList(2, 4) + ", its payment has " + theirs);
            }
        }
        return new Finding("P5", "%,d orders know what was taken and given back".formatted(orders), broken);
    }

    /// I10: one use of a promotion by an order, and one return of it when the order is cancelled.
    private Finding coupons() throws SQLException {
        var wanted = new TreeSet<>(databases.rows("order",
                "select order_id || ' ' || promotion_id || ' ' || (status = 'CANCELLED') from order_promotion join orders using (number)",
                row -> row.getString(1)));
        var kept = new TreeSet<>(databases.rows("promotion", """
                select order_id || ' ' || promotion_id || ' ' || (count(*) filter (where kind = 'GIVEN_BACK') = 1) from redemption
                group by order_id, promotion_id having count(*) filter (where kind = 'USED') = 1""", row -> row.getString(1)));
        var broken = new ArrayList<String>();
        wanted.stream().filter(use -> !kept.contains(use)).forEach(use -> broken.add("of order, promotion, cancelled only the order knows: " + use));
        kept.stream().filter(use -> !wanted.contains(use)).forEach(use -> broken.add("of order, promotion, cancelled only the promotion knows: " + use));
        return new Finding("I10", "%,d uses of promotions by orders".formatted(wanted.size()), broken);
    }

    @Override
    public void close() throws SQLException {
        databases.close();
    }
}
