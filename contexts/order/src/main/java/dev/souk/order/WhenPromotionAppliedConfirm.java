package dev.souk.order;

import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.order.db.Course;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Promotion has booked the use that the order claims; one that the order does not know, or at another amount, raises
/// an alarm.
final class WhenPromotionAppliedConfirm {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPromotionAppliedConfirm.class);

    private record Use(UUID orderId, UUID promotionId) {}

    void react(PromotionApplied event, Tx tx) {
        confirm(List.of(event), tx);
    }

    void batch(List<Received<PromotionApplied>> batch, Tx tx) {
        confirm(batch.stream().map(Received::message).toList(), tx);
    }

    private static void confirm(List<PromotionApplied> uses, Tx tx) {
        var agreed = new HashSet<>(tx.sql("""
                update order_promotion p
                   set confirmed_at = ?
                  from unnest(?, ?, ?) v (order_id, promotion_id, discount)
                  join orders o on o.order_id = v.order_id
                 where p.number = o.number and p.promotion_id = v.promotion_id and p.discount = v.discount
                returning v.order_id, v.promotion_id""")
                .params(tx.now())
                .array("uuid", uses, PromotionApplied::orderId)
                .array("uuid", uses, PromotionApplied::promotionId)
                .array("bigint", uses, PromotionApplied::discount)
                .list(row -> new Use(row.uuid("order_id"), row.uuid("promotion_id"))));
        var course = new Course();
        for (var use : uses) {
            if (!agreed.contains(new Use(use.orderId(), use.promotionId()))) {
                var wrong = "promotion " + use.promotionId() + " booked " + use.discount() + ", the order does not agree";
                LOG.error("order {} PROMOTION_MISMATCH: {}", use.orderId(), wrong);
                course.alarm(use.orderId(), "PROMOTION_MISMATCH", wrong);
            }
        }
        course.write(tx);
    }
}
