package dev.souk.order;

import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.order.db.Course;
import dev.souk.order.db.Orders;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The money is there: the grace period in which the customer can still change their mind begins. On the hot path.
final class WhenPaymentCapturedAwaitFulfilment {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPaymentCapturedAwaitFulfilment.class);

    private WhenPaymentCapturedAwaitFulfilment() {}

    static Following<PaymentCaptured> with(Orders orders, Duration grace) {
        return new Following<>(
                orders,
                PaymentCaptured::orderId,
                (order, event, tx) -> order.captured(event.capturedTotal(), tx.now(), grace),
                WhenPaymentCapturedAwaitFulfilment::raise);
    }

    private static void raise(PaymentCaptured event, Tx tx) {
        LOG.error("payment {} was captured for no order {}", event.paymentId(), event.orderId());
        var course = new Course();
        course.alarm(event.orderId(), "CAPTURED_WITHOUT_ORDER", "payment " + event.paymentId());
        course.write(tx);
    }
}
