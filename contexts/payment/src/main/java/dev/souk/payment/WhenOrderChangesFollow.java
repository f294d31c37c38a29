package dev.souk.payment;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.db.Watching;
import dev.souk.payment.domain.Capture;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Release;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Submitted: the payment is bound to its order. Confirmed: the money is taken. Cancelled: it goes back.
final class WhenOrderChangesFollow {
    private final Consumer<List<Call>> handOver;

    WhenOrderChangesFollow(Consumer<List<Call>> handOver) {
        this.handOver = handOver;
    }

    private record Happened(Message event, Tx because) {}

    void react(Event event, Tx tx) {
        all(List.of(new Happened(event, tx)), tx);
    }

    void reactBatch(List<Received<Message>> batch, Tx tx) {
        all(batch.stream().map(r -> new Happened(r.message(), tx.because(r))).toList(), tx);
    }

    private void all(List<Happened> happened, Tx tx) {
        var ofOrders = Payments.idsOfOrders(tx, ordersWithoutPaymentId(happened));
        var ids = new ArrayList<UUID>();
        for (var one : happened) {
            var id = paymentId(one.event(), ofOrders);
            if (id != null) {
                ids.add(id);
            }
        }
        var payments = Payments.lock(tx, ids);
        var changes = new Changes(tx, handOver);
        for (var one : happened) {
            var id = paymentId(one.event(), ofOrders);
            var payment = id == null ? null : payments.get(id);
            if (payment == null) {
                missing(one.event(), id, tx);
            } else {
                follow(one, payment, changes, tx);
            }
        }
        changes.write();
    }

    private static List<UUID> ordersWithoutPaymentId(List<Happened> happened) {
        return happened.stream()
                .map(Happened::event)
                .filter(event -> event instanceof OrderCancelled cancelled && cancelled.paymentId() == null)
                .map(event -> ((OrderCancelled) event).orderId())
                .toList();
    }

    private static @Nullable UUID paymentId(Message event, Map<UUID, UUID> ofOrders) {
        return switch (event) {
            case OrderSubmitted submitted -> submitted.paymentId();
            case OrderConfirmed confirmed -> confirmed.paymentId();
            case OrderCancelled cancelled ->
                cancelled.paymentId() == null ? ofOrders.get(cancelled.orderId()) : cancelled.paymentId();
            default -> throw new IllegalArgumentException("not followed: " + event);
        };
    }

    private static void missing(Message event, @Nullable UUID id, Tx tx) {
        if (event instanceof OrderConfirmed confirmed) {
            Watching.alarm(tx, id, confirmed.orderId(), "UNKNOWN_PAYMENT", "an order was confirmed with it");
        }
    }

    private static void follow(Happened one, Payment payment, Changes changes, Tx tx) {
        var effects = changes.on(payment, one.because());
        switch (one.event()) {
            case OrderSubmitted submitted -> Capture.bind(payment, submitted.total(), submitted.currency(), effects);
            case OrderConfirmed _ -> Capture.confirm(payment, effects);
            case OrderCancelled cancelled -> Release.release(
                    payment,
                    Refunds.awaitingApproval(tx, payment.id()),
                    "Order cancelled: " + cancelled.reason(),
                    false,
                    effects);
            default -> throw new IllegalArgumentException("not followed: " + one.event());
        }
    }
}
