package dev.souk.promotion;

import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.PromotionCreated;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.domain.Promotion;
import dev.souk.promotion.domain.Terms;

/// Answers the version. A promotion whose beginning has passed is active at once.
final class CreatePromotionHandler {
    private final Campaigns campaigns;
    private final Coupons coupons;
    private final PromotionLife life;

    CreatePromotionHandler(Campaigns campaigns, Coupons coupons, PromotionLife life) {
        this.campaigns = campaigns;
        this.coupons = coupons;
        this.life = life;
    }

    Outcome<Long> handle(CreatePromotion command, Tx tx) {
        return Terms.of(command).then(promotion -> create(promotion, tx));
    }

    private Outcome<Long> create(Promotion promotion, Tx tx) {
        var ends = promotion.endsAt();
        if (ends != null && !ends.isAfter(tx.now())) {
            return Outcome.refused(Refusal.invalid("INVALID_ENDS_AT", "endsAt has passed."));
        }
        var before = campaigns.lock(tx, promotion.promotionId()).orElse(null);
        if (before != null) {
            return before.promotion().equals(promotion)
                    ? Outcome.done(before.version())
                    : Outcome.refused(Refusal.conflict("PROMOTION_EXISTS", "There is another promotion by this id."));
        }
        var code = promotion.code();
        if ((code != null && coupons.find(tx, code).isPresent()) || !campaigns.insert(tx, promotion)) {
            return Outcome.refused(Refusal.conflict("CODE_TAKEN", "Another promotion has this code."));
        }
        tx.publish(
                new PromotionCreated(
                        promotion.promotionId(), promotion.type().name(), promotion.startsAt(), promotion.endsAt()),
                1);
        return Outcome.done(
                tx.now().isBefore(promotion.startsAt()) ? 1L : life.begin(tx, promotion, promotion.startsAt(), 2));
    }
}
