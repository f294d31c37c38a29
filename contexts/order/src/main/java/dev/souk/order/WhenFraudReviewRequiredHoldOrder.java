package dev.souk.order;

import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.order.db.Orders;
import dev.souk.order.db.PendingHolds;
import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;

/// Usually comes before its order exists; then the hold waits for it.
final class WhenFraudReviewRequiredHoldOrder {
    private WhenFraudReviewRequiredHoldOrder() {}

    static Following<FraudCheckReviewRequired> with(Orders orders, PendingHolds pending) {
        return new Following<>(
                orders,
                FraudCheckReviewRequired::orderId,
                (order, event, tx) -> order.heldByPlatform(
                        new Hold(tx.newId(), HoldReason.FRAUD_REVIEW, event.reviewBy(), null, tx.now(), true)),
                (event, tx) -> pending.remember(tx, event.orderId(), event.reviewBy()));
    }
}
