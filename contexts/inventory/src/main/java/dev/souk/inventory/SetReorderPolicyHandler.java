package dev.souk.inventory;

import dev.souk.contracts.inventory.ReorderPolicyChanged;
import dev.souk.contracts.inventory.SetReorderPolicy;
import dev.souk.inventory.db.Articles;
import dev.souk.inventory.domain.ReorderPolicy;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// Changes when stock counts as low, and judges the present level by it at once. Answers the policy's version.
final class SetReorderPolicyHandler {
    private final StockDesk desk;
    private final Articles articles = new Articles();

    SetReorderPolicyHandler(StockDesk desk) {
        this.desk = desk;
    }

    Outcome<Long> handle(SetReorderPolicy command, Tx tx) {
        var book = desk.open(tx, List.of(command.sku()), Articles.DEFAULT_LOCATION);
        var article = book.find(command.sku());
        var known = articles.find(tx, command.sku());
        if (article == null || known.isEmpty()) {
            return Outcome.refused(StockRefusal.unknownSku(List.of(command.sku())));
        }
        long version = known.get().version();
        var expected = command.expectedVersion();
        if (expected != null && expected != version) {
            return Outcome.refused(Refusal.stale(expected, version));
        }
        var policy = new ReorderPolicy(command.reorderPoint(), command.autoReorderAt(), command.reorderQuantity());
        if (policy.equals(article.policy())) {
            return Outcome.done(version);
        }
        articles.policy(tx, command.sku(), policy, version + 1);
        tx.publish(
                new ReorderPolicyChanged(
                        command.sku(), policy.reorderPoint(), policy.autoReorderAt(), policy.quantity()),
                article.next());
        book.policy(command.sku(), policy);
        desk.save(tx, book);
        return Outcome.done(version + 1);
    }
}
