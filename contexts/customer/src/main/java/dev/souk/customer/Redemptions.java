package dev.souk.customer;

import dev.souk.contracts.customer.RewardPointsRedeemed;
import dev.souk.contracts.customer.RewardPointsReturned;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.customer.db.RewardHolds;
import dev.souk.customer.db.RewardHolds.Hold;
import dev.souk.customer.db.RewardHolds.State;
import dev.souk.customer.db.RewardLedger;
import dev.souk.customer.db.RewardLedger.Kind;
import dev.souk.customer.domain.PointsBook;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Points that are spent: an order makes a use of the hold that it names, and gives the points back when it is
/// cancelled. Orders without points cost nothing here.
final class Redemptions {
    private static final Logger LOG = LoggerFactory.getLogger(Redemptions.class);

    private final RewardHolds holds = new RewardHolds();
    private final PointsBook book;

    Redemptions(PointsBook book) {
        this.book = book;
    }

    /// Of orders that name a hold.
    void redeem(List<Asked<OrderCreated>> orders, Tx tx) {
        if (orders.isEmpty()) {
            return;
        }
        var known = holds.lock(tx, orders.stream().map(a -> spent(a.message()).holdId()).toList());
        var ledger = RewardLedger.lock(tx, customers(known.values().stream().toList()));
        var after = new HashMap<UUID, Hold>();
        for (var asked : orders) {
            var id = spent(asked.message()).holdId();
            var before = after.getOrDefault(id, known.get(id));
            if (before == null || before.customerId() == null) {
                LOG.error("order {} spends the points of hold {}, which nobody made", asked.message().orderId(), id);
            } else if (before.state() == State.HELD || before.state() == State.RELEASED) {
                after.put(id, redeemed(before, ledger, asked));
            }
        }
        ledger.write(tx);
        holds.save(tx, after.values());
    }

    /// The order stands even when its hold has ended before it came: then what is left of the points is taken.
    private static Hold redeemed(Hold hold, RewardLedger ledger, Asked<OrderCreated> asked) {
        var customer = Objects.requireNonNull(hold.customerId());
        var order = asked.message().orderId();
        if (hold.state() == State.HELD) {
            ledger.release(customer, hold.points());
        }
        long taken = ledger.debit(asked.tx(), customer, Kind.REDEEMED, hold.points(), order, hold.holdId());
        if (taken < hold.points()) {
            LOG.error("order {} came after hold {} had ended: {} of {} points", order, hold.holdId(), taken, hold.points());
        }
        ledger.publish(
                asked.tx(), customer,
                new RewardPointsRedeemed(customer, order, hold.holdId(), taken, ledger.balance(customer)));
        return hold.spentBy(order, taken);
    }

    private static OrderCreated.Points spent(OrderCreated order) {
        return Objects.requireNonNull(order.points());
    }

    private static List<UUID> customers(List<Hold> holds) {
        return holds.stream().map(Hold::customerId).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /// Of cancelled orders.
    void giveBack(List<Asked<OrderCancelled>> cancelled, Tx tx) {
        if (cancelled.isEmpty()) {
            return;
        }
        var spent = holds.redeemedBy(tx, cancelled.stream().map(a -> a.message().orderId()).toList());
        if (spent.isEmpty()) {
            return;
        }
        var causes = new HashMap<UUID, Tx>();
        cancelled.forEach(a -> causes.put(a.message().orderId(), a.tx()));
        var ledger = RewardLedger.lock(tx, customers(spent));
        var after = new ArrayList<Hold>();
        for (var hold : spent) {
            var customer = Objects.requireNonNull(hold.customerId());
            var order = Objects.requireNonNull(hold.orderId());
            var its = causes.getOrDefault(order, tx);
            if (hold.points() > 0) {
                var end = book.endOf(tx.now());
                ledger.credit(its, customer, Kind.RETURNED, hold.points(), order, end, book.lookAt(end));
                ledger.publish(
                        its, customer, new RewardPointsReturned(customer, order, hold.points(), ledger.balance(customer)));
            }
            after.add(hold.now(State.RETURNED, null));
        }
        ledger.write(tx);
        holds.save(tx, after);
    }
}
