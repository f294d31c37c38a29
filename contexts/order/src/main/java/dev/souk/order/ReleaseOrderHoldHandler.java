package dev.souk.order;

import dev.souk.contracts.order.ReleaseOrderHold;
import dev.souk.order.db.Orders;
import dev.souk.order.db.Words;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.Objects;

/// Lifts one hold; with the last one the order goes on. A paid order goes to fulfilment at once: its grace period was
/// longer than planned anyway.
final class ReleaseOrderHoldHandler {
    private final Orders orders;
    private final Wanted wanted;
    private final Words words;

    ReleaseOrderHoldHandler(Orders orders, Words words) {
        this.orders = orders;
        this.wanted = new Wanted(orders);
        this.words = words;
    }

    Outcome<Long> handle(ReleaseOrderHold command, Tx tx) {
        return wanted.order(tx, command.orderId(), null).then(order -> release(order, command, tx));
    }

    private Outcome<Long> release(Order order, ReleaseOrderHold command, Tx tx) {
        for (var hold : order.holds()) {
            if (hold.id().equals(command.holdId())) {
                var changes = new Changes(orders);
                var actor = tx.cause().actor();
                var said = Objects.requireNonNullElse(words.sealed(order.customerId(), command.resolution()), "erased");
                var step = order.release(hold, said, actor.id(), tx.now());
                var released = changes.take(tx, actor, step);
                changes.write(tx);
                return Outcome.done(released.version());
            }
        }
        return wasReleased(order, command, tx)
                ? Outcome.done(order.version())
                : Outcome.refused(new OrderRefusal.UnknownHold());
    }

    private static boolean wasReleased(Order order, ReleaseOrderHold command, Tx tx) {
        return tx.sql("select 1 from order_hold where hold_id = ? and number = ?")
                .params(command.holdId(), order.number())
                .optional(_ -> true)
                .isPresent();
    }
}
