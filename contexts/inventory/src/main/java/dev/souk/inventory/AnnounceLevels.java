package dev.souk.inventory;

import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.inventory.db.Stock;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.TreeSet;

/// Tells the levels that have changed, each sku once per interval however often it changed.
final class AnnounceLevels {
    private static final int AT_ONCE = 500;

    private final Stock stock = new Stock();
    private final Duration interval;

    AnnounceLevels(Duration interval) {
        this.interval = interval;
    }

    int run(Tx tx) {
        var skus = new TreeSet<>(stock.untold(tx, tx.now().minus(interval), AT_ONCE));
        if (skus.isEmpty()) {
            return 0;
        }
        var book = stock.open(tx, skus);
        for (var article : book.articles()) {
            long version = article.next();
            tx.publish(
                    new StockLevelChanged(
                            article.sku(),
                            article.identity().productId(),
                            article.available(),
                            article.reserved(),
                            article.onHand(),
                            version),
                    version);
        }
        stock.save(tx, book);
        stock.told(tx, skus);
        return skus.size();
    }
}
