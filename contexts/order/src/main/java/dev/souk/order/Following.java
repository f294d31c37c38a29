package dev.souk.order;

import dev.souk.order.db.Orders;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.Step;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How orders follow events of one type: find the order, decide, write all of them together. The single form is a
/// batch of one.
final class Following<E extends Event> {
    private final Orders orders;
    private final Function<E, @Nullable UUID> orderOf;
    private final Decision<E> decision;
    private final Stranger<E> stranger;

    @FunctionalInterface
    interface Decision<E> {
        Step decide(Order order, E event, Tx tx);
    }

    /// What to do when there is no such order.
    @FunctionalInterface
    interface Stranger<E> {
        void meet(E event, Tx tx);
    }

    private record Told<E>(UUID orderId, E event, Tx tx) {}

    /// @param orderOf null when the event does not concern an order
    Following(Orders orders, Function<E, @Nullable UUID> orderOf, Decision<E> decision, Stranger<E> stranger) {
        this.orders = orders;
        this.orderOf = orderOf;
        this.decision = decision;
        this.stranger = stranger;
    }

    void react(E event, Tx tx) {
        var orderId = orderOf.apply(event);
        if (orderId != null) {
            follow(List.of(new Told<>(orderId, event, tx)), tx);
        }
    }

    void batch(List<Received<E>> batch, Tx tx) {
        var told = new ArrayList<Told<E>>(batch.size());
        for (var received : batch) {
            var orderId = orderOf.apply(received.message());
            if (orderId != null) {
                told.add(new Told<>(orderId, received.message(), tx.because(received)));
            }
        }
        if (!told.isEmpty()) {
            follow(told, tx);
        }
    }

    private void follow(List<Told<E>> all, Tx tx) {
        var ids = new LinkedHashSet<UUID>();
        for (var told : all) {
            ids.add(told.orderId());
        }
        var known = orders.lock(tx, ids);
        var changes = new Changes(orders);
        for (var told : all) {
            var order = known.get(told.orderId());
            if (order == null) {
                stranger.meet(told.event(), told.tx());
                continue;
            }
            var step = decision.decide(order, told.event(), told.tx());
            if (!step.order().equals(order) || !step.facts().isEmpty()) {
                known.put(order.id(), changes.take(told.tx(), Actor.SYSTEM, step));
            }
        }
        changes.write(tx);
    }
}
