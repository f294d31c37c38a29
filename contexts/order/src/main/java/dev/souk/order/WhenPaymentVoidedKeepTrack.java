package dev.souk.order;

import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.order.db.Orders;
import dev.souk.order.db.PendingHolds;
import dev.souk.platform.messaging.Tx;

/// The order shows that nothing will be taken. Without an order it is a checkout that failed; then nobody will ask for
/// its fraud hold any more.
final class WhenPaymentVoidedKeepTrack {
    private WhenPaymentVoidedKeepTrack() {}

    static Following<PaymentVoided> with(Orders orders, PendingHolds pending) {
        return new Following<>(
                orders,
                PaymentVoided::orderId,
                (order, _, _) -> order.voided(),
                (event, tx) -> forget(pending, event, tx));
    }

    private static void forget(PendingHolds pending, PaymentVoided event, Tx tx) {
        var orderId = event.orderId();
        if (orderId != null) {
            pending.forget(tx, orderId);
        }
    }
}
