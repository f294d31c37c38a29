package dev.souk.pricing;

import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.ActivePromotions;

/// From now on quotes ask which promotions apply.
final class WhenPromotionActivatedRememberIt {
    private final ActivePromotions promotions;

    WhenPromotionActivatedRememberIt(ActivePromotions promotions) {
        this.promotions = promotions;
    }

    void react(PromotionActivated event, Tx tx) {
        promotions.add(tx, event);
    }
}
