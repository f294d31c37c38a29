package dev.souk.promotion;

import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaign;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.domain.Promotion;
import java.time.Instant;

/// How promotions begin and end.
final class PromotionLife {
    private final Campaigns campaigns;

    PromotionLife(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /// Lets it begin; answers the version.
    long begin(Tx tx, Promotion p, Instant startsAt, long version) {
        var begun = new Promotion(
                p.promotionId(), p.name(), p.type(), p.value(), p.currency(), p.code(), p.codeRequired(), p.rules(),
                p.limits(), p.stackable(), p.priority(), startsAt, p.endsAt());
        campaigns.activate(tx, begun, version);
        tx.publish(
                new PromotionActivated(
                        p.promotionId(), p.name(), p.type().name(), p.value(), p.currency(), p.code(), p.stackable(),
                        p.priority(), startsAt, p.endsAt(), version),
                version);
        return version;
    }

    void end(Tx tx, Promotion p, String because, long version) {
        campaigns.end(tx, p.promotionId(), because, version);
        tx.publish(new PromotionExpired(p.promotionId(), p.code(), tx.now(), because), version);
    }

    /// Those whose beginning or end has come.
    int timetable(Tx tx) {
        var due = campaigns.due(tx, 500);
        for (Campaign campaign : due) {
            var p = campaign.promotion();
            var over = p.endsAt() != null && !tx.now().isBefore(p.endsAt());
            if (over) {
                end(tx, p, "END_DATE", campaign.version() + 1);
            } else if (campaign.status() == Status.SCHEDULED) {
                begin(tx, p, p.startsAt(), campaign.version() + 1);
            }
        }
        return due.size();
    }
}
