package dev.souk.order;

import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Tx;

/// Order pages name the promotions of an order.
final class WhenPromotionChangesKeepName {
    void activated(PromotionActivated event, Tx tx) {
        tx.sql("""
                insert into promotion_name (promotion_id, name) values (?, ?)
                on conflict (promotion_id) do update set name = excluded.name, expired_at = null""")
                .params(event.promotionId(), event.name())
                .update();
    }

    void expired(PromotionExpired event, Tx tx) {
        tx.sql("update promotion_name set expired_at = ? where promotion_id = ?")
                .params(event.expiredAt(), event.promotionId())
                .update();
    }
}
