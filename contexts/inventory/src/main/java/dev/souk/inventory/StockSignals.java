package dev.souk.inventory;

import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.inventory.domain.Signal;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;

/// Publishes what changes of stock gave reason to say, in the transaction of the change.
final class StockSignals {
    private StockSignals() {}

    static void publish(StockBook book, Tx tx) {
        for (var signal : book.takeSignals()) {
            tx.publish(event(signal, tx), signal.article().next());
        }
    }

    private static Event event(Signal signal, Tx tx) {
        var article = signal.article();
        var identity = article.identity();
        return switch (signal.kind()) {
            case DEPLETED -> new InventoryDepleted(identity.sku(), identity.productId(), tx.now());
            case LOW ->
                new LowStockAlert(
                        identity.sku(),
                        identity.productId(),
                        identity.sellerId(),
                        null,
                        signal.available(),
                        article.policy().reorderPoint(),
                        tx.now());
        };
    }
}
