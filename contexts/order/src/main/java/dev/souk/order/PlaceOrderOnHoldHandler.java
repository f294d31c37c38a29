package dev.souk.order;

import dev.souk.contracts.order.PlaceOrderOnHold;
import dev.souk.order.db.Orders;
import dev.souk.order.db.Words;
import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Holds an order before fulfilment until somebody has looked at it.
final class PlaceOrderOnHoldHandler {
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Orders orders;
    private final Wanted wanted;
    private final Duration review;
    private final Words words;

    PlaceOrderOnHoldHandler(Orders orders, Duration review, Words words) {
        this.orders = orders;
        this.wanted = new Wanted(orders);
        this.review = review;
        this.words = words;
    }

    Outcome<Long> handle(PlaceOrderOnHold command, Tx tx) {
        var reason = HoldReason.of(command.reason()).orElse(null);
        if (reason == null) {
            return Outcome.refused(new OrderRefusal.InvalidInput(
                    "HOLD_REASON_INVALID",
                    "reason is PAYMENT_REVIEW, FRAUD_REVIEW, ADDRESS_VERIFICATION or INVENTORY_RECHECK."));
        }
        var given = command.reviewBy();
        var reviewBy = given == null ? tx.now().plus(review) : given;
        if (!reviewBy.isAfter(tx.now()) || reviewBy.isAfter(tx.now().plus(LONGEST))) {
            return Outcome.refused(
                    new OrderRefusal.InvalidInput("REVIEW_BY_INVALID", "reviewBy lies within the next 90 days."));
        }
        return wanted.order(tx, command.orderId(), command.expectedVersion()).then(order -> {
            var said = words.sealed(order.customerId(), command.customerMessage());
            return place(order, new Hold(command.holdId(), reason, reviewBy, said, tx.now(), false), tx);
        });
    }

    private Outcome<Long> place(Order order, Hold hold, Tx tx) {
        var used = usedFor(tx, hold.id());
        if (used.isPresent()) {
            return used.get() == order.number()
                    ? Outcome.done(order.version())
                    : Outcome.refused(new OrderRefusal.HoldIdTaken());
        }
        return order.hold(hold).then(step -> {
            var changes = new Changes(orders);
            var held = changes.take(tx, tx.cause().actor(), step);
            changes.write(tx);
            return Outcome.done(held.version());
        });
    }

    private static Optional<Long> usedFor(Tx tx, UUID holdId) {
        return tx.sql("select number from order_hold where hold_id = ?")
                .params(holdId)
                .optional(row -> row.bigint("number"));
    }
}
