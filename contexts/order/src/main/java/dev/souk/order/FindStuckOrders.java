package dev.souk.order;

import dev.souk.order.db.Course;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Raises orders whose capture has not been heard of for too long. Looks at every order once, when it is old enough,
/// along the key; so a status index is not needed for it.
final class FindStuckOrders {
    private static final Logger LOG = LoggerFactory.getLogger(FindStuckOrders.class);
    private static final int PAGE = 2_000;

    private final Duration patience;

    private record Seen(long number, UUID orderId, Instant createdAt, boolean waiting) {}

    FindStuckOrders(Duration patience) {
        this.patience = patience;
    }

    int run(Tx tx) {
        var page = tx.sql("""
                select number, order_id, created_at, status = 'CONFIRMED' as waiting from orders
                 where number > (select looked_to from stuck_scan where only_one)
                 order by number limit ?""")
                .params(PAGE)
                .list(row -> new Seen(
                        row.bigint("number"), row.uuid("order_id"), row.instant("created_at"), row.bool("waiting")));
        var course = new Course();
        var old = tx.now().minus(patience);
        int looked = 0;
        long lookedTo = -1;
        for (var order : page) {
            if (order.createdAt().isAfter(old)) {
                break;
            }
            looked++;
            lookedTo = order.number();
            if (order.waiting()) {
                LOG.error("order {} NOT_CAPTURED", order.orderId());
                course.alarm(order.orderId(), "NOT_CAPTURED", "confirmed at " + order.createdAt() + ", no capture yet");
            }
        }
        if (looked > 0) {
            tx.sql("update stuck_scan set looked_to = ? where only_one").params(lookedTo).update();
            course.write(tx);
        }
        return looked;
    }
}
