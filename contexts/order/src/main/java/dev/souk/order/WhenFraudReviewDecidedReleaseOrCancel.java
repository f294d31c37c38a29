package dev.souk.order;

import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.order.db.Orders;
import dev.souk.order.db.PendingHolds;
import dev.souk.platform.messaging.Tx;

/// Accepted orders go on, rejected ones end. A decision that overtakes its order waits for it.
final class WhenFraudReviewDecidedReleaseOrCancel {
    private WhenFraudReviewDecidedReleaseOrCancel() {}

    static Following<FraudReviewDecided> with(Orders orders, PendingHolds pending) {
        return new Following<>(
                orders,
                FraudReviewDecided::orderId,
                (order, event, tx) -> order.fraudDecided(accepted(event), event.decidedBy(), tx.now()),
                (event, tx) -> wait(pending, event, tx));
    }

    private static boolean accepted(FraudReviewDecided event) {
        return event.decision().equals("ACCEPT");
    }

    private static void wait(PendingHolds pending, FraudReviewDecided event, Tx tx) {
        if (accepted(event)) {
            pending.forget(tx, event.orderId());
        } else {
            pending.reject(tx, event.orderId(), event.decidedBy());
        }
    }
}
