package dev.souk.customer;

import dev.souk.contracts.customer.RewardPointsEarned;
import dev.souk.contracts.customer.RewardPointsTakenBack;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.db.OrderSummaries.Paid;
import dev.souk.customer.db.RewardLedger;
import dev.souk.customer.db.RewardLedger.Kind;
import dev.souk.customer.domain.PointsBook;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// Points that follow from orders: earned for what was paid, taken back for what was refunded.
final class Rewards {
    private final Customers customers;
    private final OrderSummaries summaries;
    private final PointsBook book;

    Rewards(Customers customers, OrderSummaries summaries, PointsBook book) {
        this.customers = customers;
        this.summaries = summaries;
        this.book = book;
    }

    /// Brings the points of these orders to what their net amounts give. Guests earn nothing until they are claimed.
    void reckon(List<Paid> orders, Function<UUID, Tx> cause, Tx tx) {
        var paid = orders.stream()
                .filter(o -> o.customerId() != null && o.currency() != null && (o.net() > 0 || o.points() > 0))
                .toList();
        var known = customers.registered(
                tx, paid.stream().map(o -> Objects.requireNonNull(o.customerId())).distinct().toList());
        if (known.isEmpty()) {
            return;
        }
        customers.review(tx, known, tx.now());
        var ours = paid.stream().filter(o -> known.contains(o.customerId()) && due(o) != o.points()).toList();
        if (ours.isEmpty()) {
            return;
        }
        var ledger = RewardLedger.open(tx, ours.stream().map(o -> Objects.requireNonNull(o.customerId())).toList());
        Map<UUID, Long> points = new HashMap<>();
        for (var order : ours) {
            points.put(order.orderId(), reckon(order, ledger, cause.apply(order.orderId())));
        }
        ledger.write(tx);
        summaries.points(tx, points);
    }

    private long due(Paid order) {
        return book.in(Objects.requireNonNull(order.currency())).earned(order.net());
    }

    private long reckon(Paid order, RewardLedger ledger, Tx tx) {
        var customer = Objects.requireNonNull(order.customerId());
        long more = due(order) - order.points();
        if (more > 0) {
            var end = book.endOf(tx.now());
            ledger.credit(tx, customer, Kind.EARNED, more, order.orderId(), end, book.lookAt(end));
            ledger.publish(
                    tx, customer, new RewardPointsEarned(customer, order.orderId(), more, ledger.balance(customer)));
        } else {
            long taken = ledger.debit(tx, customer, Kind.TAKEN_BACK, -more, order.orderId(), null);
            if (taken > 0) {
                ledger.publish(
                        tx, customer, new RewardPointsTakenBack(customer, order.orderId(), taken, ledger.balance(customer)));
            }
        }
        return due(order);
    }
}
