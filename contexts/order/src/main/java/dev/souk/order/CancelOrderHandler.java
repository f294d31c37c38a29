package dev.souk.order;

import dev.souk.contracts.order.CancelOrder;
import dev.souk.order.db.Orders;
import dev.souk.order.db.Words;
import dev.souk.order.domain.CancelReason;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Ends an order if its state and the caller allow it. Inventory, payment and promotion act on OrderCancelled; whether a
/// capture or the cancellation came first is settled by payment, with a void or a refund.
final class CancelOrderHandler {
    private final Orders orders;
    private final Wanted wanted;
    private final Words words;

    CancelOrderHandler(Orders orders, Words words) {
        this.orders = orders;
        this.wanted = new Wanted(orders);
        this.words = words;
    }

    Outcome<Long> handle(CancelOrder command, Tx tx) {
        var reason = CancelReason.of(command.reason()).orElse(null);
        if (reason == null) {
            return Outcome.refused(new OrderRefusal.InvalidInput(
                    "CANCEL_REASON_INVALID",
                    "reason is CUSTOMER_REQUESTED, PAYMENT_FAILED, OUT_OF_STOCK or FRAUD."));
        }
        return wanted.order(tx, command.orderId(), command.expectedVersion())
                .then(order -> cancel(order, reason, command, tx));
    }

    private Outcome<Long> cancel(Order order, CancelReason reason, CancelOrder command, Tx tx) {
        var actor = tx.cause().actor();
        var said = words.sealed(order.customerId(), command.reasonDetail(), command.note());
        return order.cancel(Wanted.policy(actor), reason, null, said).then(step -> {
            if (step.facts().isEmpty()) {
                return Outcome.done(order.version());
            }
            var changes = new Changes(orders);
            var ended = changes.take(tx, actor, step);
            changes.write(tx);
            return Outcome.done(ended.version());
        });
    }
}
