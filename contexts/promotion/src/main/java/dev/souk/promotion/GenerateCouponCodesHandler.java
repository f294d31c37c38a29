package dev.souk.promotion;

import dev.souk.contracts.promotion.CouponCodesGenerated;
import dev.souk.contracts.promotion.GenerateCouponCodes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.domain.Codes;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Makes codes that nobody can guess.
final class GenerateCouponCodesHandler {
    private static final int AT_ONCE = 5_000;

    private final SecureRandom random = new SecureRandom();
    private final Campaigns campaigns;
    private final Coupons coupons;

    GenerateCouponCodesHandler(Campaigns campaigns, Coupons coupons) {
        this.campaigns = campaigns;
        this.coupons = coupons;
    }

    Outcome<UUID> handle(GenerateCouponCodes command, Tx tx) {
        if (command.count() < 1 || command.count() > 100_000 || command.length() < 8 || command.length() > 20) {
            return Outcome.refused(Refusal.invalid(
                    "INVALID_BATCH", "count must be 1 to 100000 and length 8 to 20."));
        }
        var campaign = campaigns.lock(tx, command.promotionId()).orElse(null);
        if (campaign == null) {
            return Outcome.refused(ActivatePromotionHandler.UNKNOWN);
        }
        if (!campaign.promotion().codeRequired()) {
            return Outcome.refused(Refusal.conflict(
                    "PROMOTION_IS_AUTOMATIC", "Everybody gets this promotion without a code."));
        }
        if (campaign.status() == Status.ENDED) {
            return Outcome.refused(Refusal.conflict("PROMOTION_ENDED", "The promotion has ended."));
        }
        if (!coupons.insertBatch(
                tx, command.batchId(), command.promotionId(), command.count(), command.singleUse())) {
            return repeated(command, tx);
        }
        for (int made = 0; made < command.count(); ) {
            made += coupons.insert(
                    tx, command.batchId(), command.promotionId(), command.singleUse(),
                    some(Math.min(AT_ONCE, command.count() - made), command.length()));
        }
        tx.publish(new CouponCodesGenerated(command.batchId(), command.promotionId(), command.count()), 1);
        return Outcome.done(command.batchId());
    }

    private Outcome<UUID> repeated(GenerateCouponCodes command, Tx tx) {
        return coupons.promotionOf(tx, command.batchId()).filter(command.promotionId()::equals).isPresent()
                ? Outcome.done(command.batchId())
                : Outcome.refused(Refusal.conflict("BATCH_EXISTS", "There is another batch by this id."));
    }

    private List<String> some(int count, int length) {
        var codes = new HashSet<String>();
        while (codes.size() < count) {
            codes.add(Codes.random(length, random::nextInt));
        }
        return List.copyOf(codes);
    }
}
