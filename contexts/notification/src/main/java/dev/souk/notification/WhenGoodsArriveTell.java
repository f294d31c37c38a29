package dev.souk.notification;

import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.notification.db.StockWishes;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/// Goods that somebody waits for are there again. Who has asked is told once.
final class WhenGoodsArriveTell implements Rule {
    private final Outbox outbox;
    private final Supplier<String> shop;

    WhenGoodsArriveTell(Outbox outbox, Supplier<String> shop) {
        this.outbox = outbox;
        this.shop = shop;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(InventoryReplenished.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        Map<UUID, Happened> arrived = new HashMap<>();
        for (var one : batch) {
            if (one.event() instanceof InventoryReplenished goods && goods.available() > 0) {
                arrived.putIfAbsent(goods.productId(), one);
            }
        }
        if (arrived.isEmpty()) {
            return;
        }
        outbox.add(tx, StockWishes.take(tx, arrived.keySet()).stream()
                .map(wish -> Notice.customer(
                        "back-in-stock", Objects.requireNonNull(arrived.get(wish.productId())), wish.customerId(), Map.of(
                        "product", wish.productName(), "url", shop.get() + "/p/" + wish.productId())))
                .toList());
    }
}
