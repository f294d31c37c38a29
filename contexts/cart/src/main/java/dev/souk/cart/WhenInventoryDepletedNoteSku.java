package dev.souk.cart;

import dev.souk.cart.db.Shortages;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// No cart is touched: whoever looks at one with this sku asks whether it is back.
final class WhenInventoryDepletedNoteSku {
    private final Shortages shortages;

    WhenInventoryDepletedNoteSku(Shortages shortages) {
        this.shortages = shortages;
    }

    void react(InventoryDepleted event, Tx tx) {
        shortages.note(tx, List.of(event));
    }

    void reactAll(List<Received<InventoryDepleted>> batch, Tx tx) {
        shortages.note(tx, batch.stream().map(Received::message).toList());
    }
}
