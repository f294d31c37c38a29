package dev.souk.promotion;

import dev.souk.contracts.promotion.CancelPromotion;
import dev.souk.contracts.promotion.PromotionCancelled;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.Campaigns;

/// Answers the version. Cancelling an ended promotion changes nothing when it was cancelled, and is refused otherwise.
final class CancelPromotionHandler {
    private final Campaigns campaigns;
    private final PromotionLife life;

    CancelPromotionHandler(Campaigns campaigns, PromotionLife life) {
        this.campaigns = campaigns;
        this.life = life;
    }

    Outcome<Long> handle(CancelPromotion command, Tx tx) {
        var campaign = campaigns.lock(tx, command.promotionId()).orElse(null);
        if (campaign == null) {
            return Outcome.refused(ActivatePromotionHandler.UNKNOWN);
        }
        if (campaign.status() == Status.ENDED) {
            return "CANCELLED".equals(campaign.endedBecause())
                    ? Outcome.done(campaign.version())
                    : Outcome.refused(Refusal.conflict("PROMOTION_ENDED", "The promotion has ended already."));
        }
        var expected = command.expectedVersion();
        if (expected != null && expected != campaign.version()) {
            return Outcome.refused(Refusal.stale(expected, campaign.version()));
        }
        var version = campaign.version();
        tx.publish(new PromotionCancelled(command.promotionId(), command.reason(), tx.now()), version + 1);
        life.end(tx, campaign.promotion(), "CANCELLED", version + 2);
        return Outcome.done(version + 2);
    }
}
