package dev.souk.pricing;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.Articles;
import dev.souk.pricing.domain.Article;
import dev.souk.pricing.domain.Article.Variant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The articles of a cart. What the copy does not offer is asked for at its owner: the event that says so may be on its
/// way, and a shopper who has just seen a product must not be told that there is none.
final class AskedArticles {
    private final Articles articles;
    private final Bus bus;

    AskedArticles(Articles articles, Bus bus) {
        this.articles = articles;
        this.bus = bus;
    }

    Map<UUID, Article> of(Tx tx, List<CalculatePrice.Line> lines) {
        var known = articles.get(tx, lines.stream().map(CalculatePrice.Line::productId).collect(Collectors.toSet()));
        var doubtful = new LinkedHashSet<UUID>();
        for (var line : lines) {
            var article = known.get(line.productId());
            var item = article == null ? null : article.item(line.variantId());
            if (item == null || !item.onSale() || !item.sku().equals(line.sku())) {
                doubtful.add(line.productId());
            }
        }
        if (doubtful.isEmpty()) {
            return known;
        }
        var all = new HashMap<>(known);
        ask(List.copyOf(doubtful)).forEach(product -> all.put(product.productId(), article(product)));
        return all;
    }

    private List<GetProduct.Product> ask(List<UUID> ids) {
        try {
            return bus.ask(new GetProducts(ids)).products();
        } catch (Bus.ContextAbsent e) {
            return List.of();
        }
    }

    /// Not remembered: the events tell the rest.
    private static Article article(GetProduct.Product p) {
        var grams = p.weightGrams();
        var variants = p.variants().stream()
                .map(v -> new Variant(v.variantId(), v.sku(), v.price(), false))
                .collect(Collectors.toMap(Variant::variantId, variant -> variant));
        return new Article(
                p.productId(), p.sku(), p.price(), p.currency(), p.taxCategory(), grams == null ? 0 : grams, p.status(),
                p.version(), 0, variants);
    }
}
