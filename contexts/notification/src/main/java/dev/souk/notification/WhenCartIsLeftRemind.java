package dev.souk.notification;

import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A cart that lies idle: its customer is reminded, if they want to hear from us.
final class WhenCartIsLeftRemind implements Rule {
    private final Outbox outbox;
    private final Supplier<String> shop;

    WhenCartIsLeftRemind(Outbox outbox, Supplier<String> shop) {
        this.outbox = outbox;
        this.shop = shop;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(CartAbandoned.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            if (one.event() instanceof CartAbandoned cart && cart.customerId() != null) {
                notices.add(Notice.customer("cart-reminder", one, cart.customerId(), Map.of(
                        "articles", cart.items().stream().mapToInt(CartAbandoned.Item::quantity).sum(),
                        "total", Values.money(cart.total(), cart.currency()),
                        "url", shop.get() + "/cart")));
            }
        }
        outbox.add(tx, notices);
    }
}
