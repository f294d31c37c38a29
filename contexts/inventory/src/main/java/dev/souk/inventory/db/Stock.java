package dev.souk.inventory.db;

import dev.souk.inventory.domain.Article;
import dev.souk.inventory.domain.Movement;
import dev.souk.inventory.domain.Place;
import dev.souk.inventory.domain.ReorderPolicy;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The tables `stock_item`, `stock_movement` and the moving part of `article`.
public final class Stock {
    /// Locks all stock of these skus, in one order by everybody, and reads it. Whoever holds a sku's stock rows owns
    /// its article row too; that is read after the locks are there, so that it cannot be an older one.
    public StockBook open(Tx tx, Collection<String> skus) {
        return skus.isEmpty() ? new StockBook(List.of()) : new StockBook(articles(tx, skus, lockPlaces(tx, skus)));
    }

    private static Map<String, List<Place>> lockPlaces(Tx tx, Collection<String> skus) {
        return tx
                .sql(
                        """
                        select s.sku, s.location_id, l.priority, s.on_hand, s.reserved, s.version
                        from stock_item s join location l on l.id = s.location_id
                        where s.sku = any(?) order by s.sku, s.location_id for update of s
                        """)
                .array("text", List.copyOf(skus))
                .list(Stock::place)
                .stream()
                .collect(Collectors.groupingBy(Place::sku));
    }

    private static Place place(Row row) {
        return new Place(
                row.text("sku"),
                row.text("location_id"),
                row.integer("priority"),
                row.bigint("on_hand"),
                row.bigint("reserved"),
                row.bigint("version"));
    }

    private static List<Article> articles(Tx tx, Collection<String> skus, Map<String, List<Place>> places) {
        return tx.sql(
                        """
                        select sku, product_id, seller_id, sellable, reorder_point, auto_reorder_at, reorder_quantity,
                               low, alerted, suggested, version
                        from article where sku = any(?)
                        """)
                .array("text", List.copyOf(skus))
                .list(row -> article(row, places.getOrDefault(row.text("sku"), List.of())));
    }

    private static Article article(Row row, List<Place> places) {
        return new Article(
                new Article.Identity(row.text("sku"), row.uuid("product_id"), row.uuidOrNull("seller_id")),
                row.bool("sellable"),
                new ReorderPolicy(
                        row.bigint("reorder_point"),
                        row.bigint("auto_reorder_at"),
                        row.bigintOrNull("reorder_quantity")),
                new Article.Watch(row.bool("low"), row.bool("alerted"), row.bool("suggested")),
                row.bigint("version"),
                places);
    }

    /// Makes empty stock rows where there are none yet.
    public void prepare(Tx tx, Collection<String> skus, String location) {
        tx.sql(
                        """
                        insert into stock_item (sku, location_id)
                        select a.sku, ? from article a where a.sku = any(?) order by a.sku
                        on conflict do nothing
                        """)
                .params(location)
                .array("text", List.copyOf(skus))
                .update();
    }

    /// Writes what the pass has changed, each table once.
    public void save(Tx tx, StockBook book) {
        var places = new ArrayList<Place>();
        var articles = new ArrayList<Article>();
        for (var article : book.articles()) {
            article.places().stream().filter(Place::changed).forEach(places::add);
            if (article.changed()) {
                articles.add(article);
            }
        }
        savePlaces(tx, places);
        append(tx, book.movements());
        saveArticles(tx, articles);
    }

    private static void savePlaces(Tx tx, List<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        update stock_item s set on_hand = new.on_hand, reserved = new.reserved, version = new.version,
                               dirty_since = coalesce(s.dirty_since, ?)
                        from unnest(?, ?, ?, ?, ?) as new(sku, location_id, on_hand, reserved, version)
                        where s.sku = new.sku and s.location_id = new.location_id
                        """)
                .params(tx.now())
                .array("text", places, Place::sku)
                .array("text", places, Place::location)
                .array("bigint", places, Place::onHand)
                .array("bigint", places, Place::reserved)
                .array("bigint", places, Place::version)
                .update();
    }

    private static void append(Tx tx, List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        insert into stock_movement (sku, location_id, version, kind, on_hand_delta, reserved_delta,
                                                    on_hand, reserved, reference, at)
                        select new.*, ?::timestamptz from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as new
                        """)
                .params(tx.now())
                .array("text", movements, Movement::sku)
                .array("text", movements, Movement::location)
                .array("bigint", movements, Movement::version)
                .array("text", movements, Movement::kind)
                .array("int", movements, Movement::onHandDelta)
                .array("int", movements, Movement::reservedDelta)
                .array("bigint", movements, Movement::onHand)
                .array("bigint", movements, Movement::reserved)
                .array("uuid", movements, Movement::reference)
                .update();
    }

    private static void saveArticles(Tx tx, List<Article> articles) {
        if (articles.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        update article a set low = new.low, alerted = new.alerted, suggested = new.suggested,
                               version = new.version
                        from unnest(?, ?, ?, ?, ?) as new(sku, low, alerted, suggested, version)
                        where a.sku = new.sku
                        """)
                .array("text", articles, Article::sku)
                .array("boolean", articles, a -> a.watch().low())
                .array("boolean", articles, a -> a.watch().alerted())
                .array("boolean", articles, a -> a.watch().suggested())
                .array("bigint", articles, Article::version)
                .update();
    }

    /// Skus whose level has not been told since `before`, those that have waited longest first.
    public List<String> untold(Tx tx, Instant before, int limit) {
        return tx.sql("select sku from stock_item where dirty_since <= ? order by dirty_since limit ?")
                .params(before, limit)
                .list(row -> row.text("sku"));
    }

    /// Their levels have been told.
    public void told(Tx tx, Collection<String> skus) {
        tx.sql("update stock_item set dirty_since = null where sku = any(?) and dirty_since is not null")
                .array("text", List.copyOf(skus))
                .update();
    }
}
