package dev.souk.notification;

import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.notification.db.OrderViews;
import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One mail for an order: confirmed, or, if that does not come along with it, received (contracts D1).
final class WhenOrderPlacedTell implements Rule {
    private final Outbox outbox;
    private final Duration holdBack;

    /// @param holdBack how long "received" waits for "confirmed"
    WhenOrderPlacedTell(Outbox outbox, Duration holdBack) {
        this.outbox = outbox;
        this.holdBack = holdBack;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(OrderCreated.class, OrderSubmitted.class, OrderConfirmed.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var views = new LinkedHashMap<UUID, OrderView>();
        var submitted = new HashMap<UUID, Happened>();
        var confirmed = new HashSet<UUID>();
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            switch (one.event()) {
                case OrderCreated event -> created(views, event);
                case OrderSubmitted event -> {
                    submitted(views, event);
                    submitted.put(event.orderId(), one);
                }
                case OrderConfirmed event -> {
                    confirmed(views, event);
                    confirmed.add(event.orderId());
                    notices.add(Notice.customer("order-confirmed", one, event.customerId(), Map.of()).order(event.orderId()));
                }
                default -> {}
            }
        }
        if (views.isEmpty()) {
            return;
        }
        OrderViews.tell(tx, views.values());
        submitted.forEach((order, one) -> {
            if (!confirmed.contains(order) && one.event() instanceof OrderSubmitted event) {
                notices.add(Notice.customer("order-received", one, event.customerId(), Map.of())
                        .order(order)
                        .notBefore(tx.now().plus(holdBack)));
            }
        });
        outbox.add(tx, notices);
    }

    private static void created(Map<UUID, OrderView> views, OrderCreated event) {
        var known = views.computeIfAbsent(event.orderId(), OrderView::unknown);
        var lines = event.items().stream()
                .map(item -> new Values.Line(item.name(), item.quantity(), item.unitPrice()))
                .toList();
        views.put(
                event.orderId(),
                new OrderView(
                        event.orderId(), event.customerId(), event.confirmationNumber(), event.currency(),
                        event.subtotal(), event.discount(), event.shipping(), event.tax(), event.total(),
                        Values.json(lines), known.country(), known.email(), event.createdAt(), known.confirmedAt()));
    }

    private static void submitted(Map<UUID, OrderView> views, OrderSubmitted event) {
        var known = views.computeIfAbsent(event.orderId(), OrderView::unknown);
        views.put(
                event.orderId(),
                new OrderView(
                        event.orderId(), event.customerId(), known.number(), known.currency(), known.subtotal(),
                        known.discount(), known.shipping(), known.tax(), known.total(), known.lines(), event.deliveryCountry(),
                        event.email(), known.placedAt(), known.confirmedAt()));
    }

    private static void confirmed(Map<UUID, OrderView> views, OrderConfirmed event) {
        var known = views.computeIfAbsent(event.orderId(), OrderView::unknown);
        views.put(
                event.orderId(),
                new OrderView(
                        event.orderId(), event.customerId(), event.confirmationNumber(), known.currency(),
                        known.subtotal(), known.discount(), known.shipping(), known.tax(), known.total(), known.lines(),
                        event.deliveryCountry(), known.email(), known.placedAt(), event.confirmedAt()));
    }
}
