package dev.souk.order;

import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.order.db.Orders;
import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.Step;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A capture that fails holds the order while payment tries again, and ends it when payment gives up. A failed
/// authorization is the checkout's matter.
final class WhenPaymentFailedHoldOrCancel {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentFailedHoldOrCancel.class);

    private WhenPaymentFailedHoldOrCancel() {}

    static Following<PaymentFailed> with(Orders orders, Duration review) {
        return new Following<>(
                orders,
                WhenPaymentFailedHoldOrCancel::concerned,
                (order, event, tx) -> decide(order, event, review, tx),
                (event, _) -> LOG.debug("{} of payment {} concerns no order", event.stage(), event.paymentId()));
    }

    private static @Nullable UUID concerned(PaymentFailed event) {
        return event.stage().equals("AUTHORIZE") ? null : event.orderId();
    }

    private static Step decide(Order order, PaymentFailed event, Duration review, Tx tx) {
        if (event.stage().equals("REFUND")) {
            return order.refundFailed(event.reason(), event.retryable());
        }
        var hold = new Hold(
                tx.newId(), HoldReason.PAYMENT_REVIEW, tx.now().plus(review), null, tx.now(), true);
        return order.captureFailed(event.reason(), event.retryable(), hold);
    }
}
