package dev.souk.notification;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.notification.db.OrderViews;
import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of an order and its money.
final class WhenOrderChangesTell implements Rule {
    private final Outbox outbox;
    private final Duration receiptAfter;
    private final Duration patience;

    /// @param receiptAfter a capture that comes sooner after the confirmation needs no receipt of its own
    /// @param patience how long what is said of an unknown order waits for it
    WhenOrderChangesTell(Outbox outbox, Duration receiptAfter, Duration patience) {
        this.outbox = outbox;
        this.patience = patience;
        this.receiptAfter = receiptAfter;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(
                OrderCancelled.class, OrderPlacedOnHold.class, OrderHoldReleased.class, OrderFulfilmentStarted.class,
                PaymentCaptured.class, PaymentFailed.class, PaymentRefunded.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var views = OrderViews.find(
                tx, batch.stream().map(one -> order(one.event())).filter(Objects::nonNull).distinct().toList());
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            var order = order(one.event());
            var view = order == null ? null : views.get(order);
            if (view != null && view.customerId() != null) {
                tell(one, view, view.customerId(), notices, tx);
            } else {
                early(one, notices, tx);
            }
        }
        outbox.add(tx, notices);
    }

    private static @Nullable UUID order(Event event) {
        return switch (event) {
            case OrderCancelled e -> e.orderId();
            case OrderPlacedOnHold e -> e.orderId();
            case OrderHoldReleased e -> e.orderId();
            case OrderFulfilmentStarted e -> e.orderId();
            case PaymentCaptured e -> e.orderId();
            case PaymentFailed e -> e.orderId();
            case PaymentRefunded e -> e.orderId();
            default -> null;
        };
    }

    private void tell(Happened one, OrderView view, UUID customer, List<Notice> notices, Tx tx) {
        switch (one.event()) {
            case OrderCancelled e -> add(notices, one, view, customer, "order-cancelled",
                    e.refundDue() > 0 ? Map.of("refund", Values.money(e.refundDue(), e.currency())) : Map.of());
            case OrderPlacedOnHold e when e.customerMessage() != null -> {
                OrderViews.announceHold(tx, e.holdId());
                add(notices, one, view, customer, "order-on-hold", Map.of("message", e.customerMessage().text()));
            }
            case OrderHoldReleased e when OrderViews.endAnnounced(tx, e.holdId()) ->
                add(notices, one, view, customer, "order-hold-released", Map.of());
            case OrderFulfilmentStarted _ -> add(notices, one, view, customer, "order-being-prepared", Map.of());
            case PaymentCaptured e when late(e, view) -> add(notices, one, view, customer, "payment-receipt",
                    Map.of("amount", Values.money(e.amount(), e.currency()), "at", Values.date(e.capturedAt())));
            case PaymentFailed e when e.stage().equals("CAPTURE") && !e.retryable() ->
                add(notices, one, view, customer, "payment-problem", Map.of());
            case PaymentRefunded e -> add(notices, one, view, customer, "payment-refunded", refund(e));
            default -> {}
        }
    }

    /// A refund may be told of before its order, which comes from another journal; by the time of sending that is here.
    private void early(Happened one, List<Notice> notices, Tx tx) {
        if (one.event() instanceof PaymentRefunded e && e.customerId() != null) {
            notices.add(Notice.customer("payment-refunded", one, e.customerId(), refund(e))
                    .order(e.orderId())
                    .notBefore(tx.now().plus(patience)));
        }
    }

    private static Map<String, Object> refund(PaymentRefunded e) {
        return Map.of("amount", Values.money(e.amount(), e.currency()), "at", Values.date(e.refundedAt()));
    }

    private boolean late(PaymentCaptured event, OrderView view) {
        return view.confirmedAt() != null && event.capturedAt().isAfter(view.confirmedAt().plus(receiptAfter));
    }

    private static void add(
            List<Notice> notices, Happened one, OrderView view, UUID customer, String template,
            Map<String, Object> data) {
        notices.add(Notice.customer(template, one, customer, data).order(view.orderId()));
    }
}
