package dev.souk.order;

import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.order.db.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The order shows how much went back.
final class WhenPaymentRefundedKeepTrack {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentRefundedKeepTrack.class);

    private WhenPaymentRefundedKeepTrack() {}

    static Following<PaymentRefunded> with(Orders orders) {
        return new Following<>(
                orders,
                PaymentRefunded::orderId,
                (order, event, _) -> order.refunded(event.refundedTotal()),
                (event, _) -> LOG.debug("refund {} concerns no order", event.refundId()));
    }
}
