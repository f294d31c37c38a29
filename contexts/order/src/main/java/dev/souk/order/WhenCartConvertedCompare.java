package dev.souk.order;

import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.order.db.Course;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cart and the order must agree on total and lines. One select for a whole batch; writes only when they do not.
final class WhenCartConvertedCompare {
    private static final Logger LOG = LoggerFactory.getLogger(WhenCartConvertedCompare.class);

    private record Seen(long total, int lines) {}

    void react(CartConvertedToOrder event, Tx tx) {
        compare(List.of(event), tx);
    }

    void batch(List<Received<CartConvertedToOrder>> batch, Tx tx) {
        compare(batch.stream().map(Received::message).toList(), tx);
    }

    private static void compare(List<CartConvertedToOrder> carts, Tx tx) {
        var seen = new HashMap<UUID, Seen>();
        tx.sql("select order_id, total, line_count from orders where order_id = any(?)")
                .array("uuid", carts, CartConvertedToOrder::orderId)
                .list(row -> seen.put(row.uuid("order_id"), new Seen(row.bigint("total"), row.integer("line_count"))));
        var course = new Course();
        for (var cart : carts) {
            var wrong = difference(cart, seen.get(cart.orderId()));
            if (wrong != null) {
                LOG.error("order {} CART_MISMATCH: {}", cart.orderId(), wrong);
                course.alarm(cart.orderId(), "CART_MISMATCH", wrong);
            }
        }
        course.write(tx);
    }

    private static @Nullable String difference(CartConvertedToOrder cart, @Nullable Seen order) {
        if (order == null) {
            return "cart " + cart.cartId() + " names an order that does not exist";
        }
        return order.total() == cart.total() && order.lines() == cart.lines()
                ? null
                : "cart " + cart.cartId() + " says " + cart.total() + " in " + cart.lines() + " lines, the order says "
                        + order.total() + " in " + order.lines();
    }
}
