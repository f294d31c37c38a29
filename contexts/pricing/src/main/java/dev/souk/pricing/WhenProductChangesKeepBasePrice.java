package dev.souk.pricing;

import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import dev.souk.pricing.db.Articles;
import dev.souk.pricing.domain.Article;
import dev.souk.pricing.domain.ArticleChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Every event of the catalogue that touches a price, in one pass over the base price cache.
final class WhenProductChangesKeepBasePrice {
    private final Articles articles;

    WhenProductChangesKeepBasePrice(Articles articles) {
        this.articles = articles;
    }

    void wire(Wiring on) {
        on.react(ProductCreated.class, this::react)
                .react(ProductUpdated.class, this::react)
                .react(ProductPriceChanged.class, this::react)
                .react(ProductStatusChanged.class, this::react)
                .react(ProductDiscontinued.class, this::react)
                .react(ProductDeleted.class, this::react)
                .react(ProductVariantAdded.class, this::react)
                .react(ProductVariantUpdated.class, this::react)
                .react(ProductVariantRemoved.class, this::react)
                .batch(
                        List.of(
                                ProductCreated.class, ProductUpdated.class, ProductPriceChanged.class,
                                ProductStatusChanged.class, ProductDiscontinued.class, ProductDeleted.class,
                                ProductVariantAdded.class, ProductVariantUpdated.class, ProductVariantRemoved.class),
                        this::reactAll);
    }

    /// Without the envelope the version is the least that it can be: one above the last.
    private void react(Event event, Tx tx) {
        var id = UUID.fromString(event.key());
        var before = articles.lock(tx, Set.of(id)).get(id);
        var after = ArticleChange.apply(before, event, before == null ? 1 : before.version() + 1);
        if (after != null && !after.equals(before)) {
            articles.save(tx, List.of(after));
        }
    }

    private void reactAll(List<Received<Message>> batch, Tx tx) {
        var ids = new HashSet<UUID>();
        batch.forEach(received -> ids.add(UUID.fromString(received.message().key())));
        var now = articles.lock(tx, ids);
        var changed = new HashSet<UUID>();
        for (var received : batch) {
            var id = UUID.fromString(received.message().key());
            var before = now.get(id);
            var version = received.envelope().aggregateVersion();
            if ((before != null && before.version() >= version) || !(received.message() instanceof Event event)) {
                continue;
            }
            Article after = ArticleChange.apply(before, event, version);
            if (after != null) {
                now.put(id, after);
                changed.add(id);
            }
        }
        if (!changed.isEmpty()) {
            articles.save(tx, changed.stream().sorted().map(now::get).toList());
        }
    }
}
