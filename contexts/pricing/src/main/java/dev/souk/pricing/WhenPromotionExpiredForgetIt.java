package dev.souk.pricing;

import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.ActivePromotions;

/// When it was the last, quotes need not ask for discounts any more.
final class WhenPromotionExpiredForgetIt {
    private final ActivePromotions promotions;

    WhenPromotionExpiredForgetIt(ActivePromotions promotions) {
        this.promotions = promotions;
    }

    void react(PromotionExpired event, Tx tx) {
        promotions.remove(tx, event);
    }
}
