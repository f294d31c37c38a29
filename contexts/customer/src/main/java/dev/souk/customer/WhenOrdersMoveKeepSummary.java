package dev.souk.customer;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.customer.db.OrderFacts;
import dev.souk.customer.db.OrderFacts.Status;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Keeps the summary of orders, what was spent, and the points that follow from it. The messages of one order come from
/// two journals in any order; folded into one row an order, they give the same whatever the order is.
final class WhenOrdersMoveKeepSummary {
    static final List<Class<? extends Message>> EVENTS = List.of(
            OrderCreated.class, OrderConfirmed.class, OrderCancelled.class, PaymentCaptured.class, PaymentRefunded.class);

    private final OrderSummaries summaries;
    private final Rewards rewards;
    private final Redemptions redemptions;

    WhenOrdersMoveKeepSummary(OrderSummaries summaries, Rewards rewards, Redemptions redemptions) {
        this.summaries = summaries;
        this.redemptions = redemptions;
        this.rewards = rewards;
    }

    void react(Event event, Tx tx) {
        run(List.of(new Asked<>(event, tx)), tx);
    }

    void reactAll(List<Received<Message>> batch, Tx tx) {
        run(Asked.all(batch, tx), tx);
    }

    private void run(List<? extends Asked<? extends Message>> batch, Tx tx) {
        Map<UUID, OrderFacts> facts = new LinkedHashMap<>();
        Map<UUID, Tx> causes = new HashMap<>();
        var spending = new ArrayList<Asked<OrderCreated>>();
        var cancelled = new ArrayList<Asked<OrderCancelled>>();
        for (var asked : batch) {
            switch (asked.message()) {
                case OrderCreated e -> {
                    of(e.orderId(), facts).created(
                            e.customerId(), e.confirmationNumber(), e.total(), e.currency(),
                            e.items().stream().mapToLong(OrderCreated.Item::quantity).sum(), e.createdAt());
                    causes.put(e.orderId(), asked.tx());
                    if (e.points() != null) {
                        spending.add(new Asked<>(e, asked.tx()));
                    }
                }
                case OrderConfirmed e -> of(e.orderId(), facts).reached(Status.CONFIRMED);
                case OrderCancelled e -> {
                    of(e.orderId(), facts).reached(Status.CANCELLED);
                    cancelled.add(new Asked<>(e, asked.tx()));
                }
                case PaymentCaptured e -> {
                    of(e.orderId(), facts).captured(e.customerId(), e.capturedTotal(), e.currency(), e.capturedAt());
                    causes.put(e.orderId(), asked.tx());
                }
                case PaymentRefunded e -> {
                    of(e.orderId(), facts).refunded(e.customerId(), e.refundedTotal(), e.currency());
                    causes.put(e.orderId(), asked.tx());
                }
                default -> throw new IllegalArgumentException("not of an order or its payment: " + asked.message());
            }
        }
        rewards.reckon(summaries.apply(tx, facts.values()), order -> causes.getOrDefault(order, tx), tx);
        redemptions.redeem(spending, tx);
        redemptions.giveBack(cancelled, tx);
    }

    private static OrderFacts of(UUID order, Map<UUID, OrderFacts> facts) {
        return facts.computeIfAbsent(order, OrderFacts::new);
    }
}
