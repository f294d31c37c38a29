package dev.souk.order;

import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.OrderRejected;
import dev.souk.order.db.NewOrders;
import dev.souk.order.db.OrderReads;
import dev.souk.order.db.Orders;
import dev.souk.order.db.PendingHolds;
import dev.souk.order.db.Placed;
import dev.souk.order.domain.Acceptance;
import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes orders that checkout has stock and money for. The hottest handler of the context: N orders, one insert a
/// table.
final class CreateOrderHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CreateOrderHandler.class);

    private final Acceptance acceptance;
    private final NewOrders newOrders;
    private final PendingHolds pending;
    private final Orders orders;
    private final OrderReads reads;

    private record Asked(CreateOrder command, Tx tx) {}

    CreateOrderHandler(
            Acceptance acceptance, NewOrders newOrders, PendingHolds pending, Orders orders, OrderReads reads) {
        this.acceptance = acceptance;
        this.newOrders = newOrders;
        this.pending = pending;
        this.orders = orders;
        this.reads = reads;
    }

    Outcome<UUID> handle(CreateOrder command, Tx tx) {
        var refusal = create(List.of(new Asked(command, tx)), tx);
        return refusal == null
                ? Outcome.done(command.orderId())
                : Outcome.refused(new OrderRefusal.NotAcceptable(refusal));
    }

    void batch(List<Received<CreateOrder>> batch, Tx tx) {
        var asked = new ArrayList<Asked>(batch.size());
        for (var received : batch) {
            asked.add(new Asked(received.message(), tx.because(received)));
        }
        create(asked, tx);
    }

    /// Answers the reason of the last refusal, for the single form.
    private @Nullable String create(List<Asked> all, Tx tx) {
        var first = new LinkedHashMap<UUID, Asked>();
        var others = new ArrayList<Asked>();
        for (var asked : all) {
            boolean good = acceptance.problem(asked.command()) == null;
            if (!good || first.putIfAbsent(asked.command().orderId(), asked) != null) {
                others.add(asked);
            }
        }
        var placed = newOrders.insert(tx, first.values().stream().map(Asked::command).toList());
        for (var order : placed) {
            var asked = first.remove(order.command().orderId());
            if (asked != null) {
                OrderEvents.placed(asked.tx(), order);
            }
        }
        applyPending(tx, placed, all);
        others.addAll(0, first.values());
        return answerOthers(tx, others);
    }

    private void applyPending(Tx tx, List<Placed> placed, List<Asked> all) {
        if (placed.isEmpty()) {
            return;
        }
        var waiting = pending.take(tx, placed.stream().map(p -> p.command().orderId()).toList());
        if (waiting.isEmpty()) {
            return;
        }
        var causes = new LinkedHashMap<UUID, Tx>();
        all.forEach(asked -> causes.putIfAbsent(asked.command().orderId(), asked.tx()));
        var changes = new Changes(orders);
        for (var each : placed) {
            var held = waiting.get(each.command().orderId());
            if (held != null) {
                hold(changes, causes.getOrDefault(each.command().orderId(), tx), each, held);
            }
        }
        changes.write(tx);
    }

    private static void hold(Changes changes, Tx tx, Placed placed, PendingHolds.Pending held) {
        var hold = new Hold(tx.newId(), HoldReason.FRAUD_REVIEW, held.reviewBy(), null, tx.now(), true);
        var order = changes.take(tx, Actor.SYSTEM, placed.order().heldByPlatform(hold));
        if (held.rejected()) {
            var by = held.decidedBy();
            changes.take(tx, Actor.SYSTEM, order.fraudDecided(false, by == null ? "fraud desk" : by, tx.now()));
        }
    }

    /// Repeats are answered again, whatever they say now; the rest is rejected.
    private @Nullable String answerOthers(Tx tx, List<Asked> others) {
        if (others.isEmpty()) {
            return null;
        }
        var known = orders.lock(tx, others.stream().map(o -> o.command().orderId()).distinct().toList());
        var changes = new Changes(orders);
        String refused = null;
        for (var asked : others) {
            var command = asked.command();
            var order = known.get(command.orderId());
            if (order != null) {
                var next = order.withVersion(order.version() + 1);
                OrderEvents.again(asked.tx(), next, reads);
                known.put(order.id(), next);
                changes.changed(next);
            } else {
                refused = acceptance.problem(command);
                LOG.debug("order {} rejected: {}", command.orderId(), refused);
                reject(asked, refused == null ? "INCOMPLETE" : refused);
            }
        }
        changes.write(tx);
        return refused;
    }

    private static void reject(Asked asked, String reason) {
        var command = asked.command();
        asked.tx().publish(new OrderRejected(command.orderId(), command.checkoutId(), reason), 1);
    }
}
