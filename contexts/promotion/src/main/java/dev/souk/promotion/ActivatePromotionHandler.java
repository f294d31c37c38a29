package dev.souk.promotion;

import dev.souk.contracts.promotion.ActivatePromotion;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaigns;

/// Answers the version.
final class ActivatePromotionHandler {
    static final Refusal UNKNOWN = Refusal.notFound("UNKNOWN_PROMOTION", "There is no such promotion.");

    private final Campaigns campaigns;
    private final PromotionLife life;

    ActivatePromotionHandler(Campaigns campaigns, PromotionLife life) {
        this.campaigns = campaigns;
        this.life = life;
    }

    Outcome<Long> handle(ActivatePromotion command, Tx tx) {
        var campaign = campaigns.lock(tx, command.promotionId()).orElse(null);
        if (campaign == null) {
            return Outcome.refused(UNKNOWN);
        }
        var expected = command.expectedVersion();
        if (expected != null && expected != campaign.version()) {
            return Outcome.refused(Refusal.stale(expected, campaign.version()));
        }
        return switch (campaign.status()) {
            case ACTIVE -> Outcome.done(campaign.version());
            case ENDED -> Outcome.refused(Refusal.conflict("PROMOTION_ENDED", "An ended promotion does not come back."));
            case SCHEDULED -> Outcome.done(life.begin(tx, campaign.promotion(), tx.now(), campaign.version() + 1));
        };
    }
}
