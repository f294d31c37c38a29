package dev.souk.inventory.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stock that one pass works on: every change goes through here and leaves its [Movement] and its [Signal]s.
public final class StockBook {
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();

    public StockBook(Collection<Article> loaded) {
        for (var article : loaded) {
            articles.put(article.sku(), article);
        }
    }

    /// Null when inventory does not know the sku.
    public @Nullable Article find(String sku) {
        return articles.get(sku);
    }

    /// A sku that the pass has loaded.
    public Article get(String sku) {
        var article = articles.get(sku);
        if (article == null) {
            throw new IllegalStateException("sku " + sku + " is not in this pass");
        }
        return article;
    }

    /// How many could be reserved now.
    public long sellable(String sku) {
        var article = articles.get(sku);
        return article == null || !article.sellable() ? 0 : article.available();
    }

    /// Reserves `quantity`, which [#sellable] has shown to be there.
    public List<Article.Take> hold(String sku, int quantity, UUID reservation) {
        var article = get(sku);
        long before = article.available();
        var takes = article.allocate(quantity)
                .orElseThrow(() -> new IllegalStateException("not " + quantity + " of " + sku + " to hold"));
        for (var take : takes) {
            movements.add(take.place().move(Movement.Kind.RESERVE, 0, take.quantity(), reservation));
        }
        signals.addAll(article.watch(before, article.policy().reorderPoint()));
        return takes;
    }

    /// Gives reserved units back.
    public void release(String sku, String location, int quantity, UUID reservation) {
        change(sku, location, Movement.Kind.RELEASE, 0, -quantity, reservation);
    }

    /// Changes what is on hand; the caller has checked that it stays between what is reserved and [Place#MOST].
    public Place stock(String sku, String location, Movement.Kind kind, int delta, UUID document) {
        return change(sku, location, kind, delta, 0, document);
    }

    /// Moves between two locations, which changes nothing for those who buy.
    public void transfer(String sku, String from, String to, int quantity, UUID document) {
        var article = get(sku);
        movements.add(place(article, from).move(Movement.Kind.TRANSFER_OUT, -quantity, 0, document));
        movements.add(place(article, to).move(Movement.Kind.TRANSFER_IN, quantity, 0, document));
    }

    /// Judges the present level by another policy.
    public void policy(String sku, ReorderPolicy policy) {
        var article = get(sku);
        long pointBefore = article.policy().reorderPoint();
        article.policy(policy);
        signals.addAll(article.watch(article.available(), pointBefore));
    }

    private Place change(String sku, String location, Movement.Kind kind, int onHand, int reserved, UUID reference) {
        var article = get(sku);
        long before = article.available();
        var place = place(article, location);
        movements.add(place.move(kind, onHand, reserved, reference));
        signals.addAll(article.watch(before, article.policy().reorderPoint()));
        return place;
    }

    private static Place place(Article article, String location) {
        return article.at(location)
                .orElseThrow(() -> new IllegalStateException("no stock of " + article.sku() + " at " + location));
    }

    /// What there is to say since the last call.
    public List<Signal> takeSignals() {
        var taken = List.copyOf(signals);
        signals.clear();
        return taken;
    }

    public List<Movement> movements() {
        return List.copyOf(movements);
    }

    public Collection<Article> articles() {
        return articles.values();
    }
}
