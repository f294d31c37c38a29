package dev.souk.customer;

import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.customer.db.Benefits;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// Keeps what promotions gave, for the account page.
final class WhenPromotionAppliedKeepBenefit {
    private final Benefits benefits;

    WhenPromotionAppliedKeepBenefit(Benefits benefits) {
        this.benefits = benefits;
    }

    void react(PromotionApplied event, Tx tx) {
        benefits.insert(tx, List.of(given(event)));
    }

    void reactAll(List<Received<PromotionApplied>> batch, Tx tx) {
        benefits.insert(tx, batch.stream().map(r -> given(r.message())).toList());
    }

    private static Benefits.Given given(PromotionApplied e) {
        return new Benefits.Given(
                e.customerId(),
                new Benefits.Benefit(e.orderId(), e.promotionId(), e.code(), e.discount(), e.currency(), e.appliedAt()));
    }
}
