package dev.souk.inventory;

import dev.souk.contracts.inventory.ReorderSuggested;
import dev.souk.inventory.db.Articles;
import dev.souk.inventory.db.Stock;
import dev.souk.platform.messaging.Tx;

/// Suggests what to buy, once for every time a sku's stock goes down to its reorder level.
final class SuggestReorders {
    private static final int AT_ONCE = 500;

    private final Articles articles = new Articles();
    private final Stock stock = new Stock();

    int run(Tx tx) {
        var skus = articles.toSuggest(tx, AT_ONCE);
        var book = stock.open(tx, skus);
        for (var article : book.articles()) {
            if (article.available() > article.policy().autoReorderAt()) {
                continue; // sold back or received since the look
            }
            article.suggest();
            tx.publish(
                    new ReorderSuggested(
                            article.sku(),
                            article.identity().productId(),
                            article.policy().suggested(article.available()),
                            article.available()),
                    article.next());
        }
        stock.save(tx, book);
        return skus.size();
    }
}
