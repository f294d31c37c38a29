package dev.souk.order;

import dev.souk.order.db.Course;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hold that nobody has looked at by its review time is raised, once.
final class EscalateHolds {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateHolds.class);

    private record Overdue(UUID orderId, long number, String reason) {}

    int run(Tx tx) {
        var overdue = tx.sql("""
                with due as (
                    select hold_id from order_hold
                     where released_at is null and escalated_at is null and review_by <= ?
                     order by review_by limit 500 for update skip locked)
                update order_hold h set escalated_at = ?
                  from due, orders o
                 where h.hold_id = due.hold_id and o.number = h.number
                returning o.order_id, h.number, h.reason""")
                .params(tx.now(), tx.now())
                .list(row -> new Overdue(row.uuid("order_id"), row.bigint("number"), row.text("reason")));
        var course = new Course();
        for (var hold : overdue) {
            LOG.error("order {} HOLD_OVERDUE: {}", hold.orderId(), hold.reason());
            course.entry(hold.number(), "HOLD_OVERDUE", null, hold.reason(), null, Actor.SYSTEM);
            course.alarm(hold.orderId(), "HOLD_OVERDUE", "nobody has reviewed the hold " + hold.reason());
        }
        course.write(tx);
        return overdue.size();
    }
}
