package dev.souk.pricing.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.Article;
import dev.souk.pricing.domain.Article.Variant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The base price cache: its tables, and in memory what has been asked for.
public final class Articles {
    private static final int MOST_IN_MEMORY = 200_000;

    private final Map<UUID, Article> known = new ConcurrentHashMap<>();

    /// From memory where possible; unknown products are left out.
    public Map<UUID, Article> get(Tx tx, Collection<UUID> productIds) {
        var found = new HashMap<UUID, Article>();
        var missing = new ArrayList<UUID>();
        for (var id : productIds) {
            var article = known.get(id);
            if (article != null) {
                found.put(id, article);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            var read = read(tx, missing, "");
            read.values().forEach(this::remember);
            found.putAll(read);
        }
        return found;
    }

    /// The stored state, locked against other changes.
    public Map<UUID, Article> lock(Tx tx, Collection<UUID> productIds) {
        return read(tx, productIds.stream().sorted().toList(), " for update");
    }

    private static Map<UUID, Article> read(Tx tx, List<UUID> ids, String locking) {
        var variants = new HashMap<UUID, Map<UUID, Variant>>();
        var rows = new HashMap<UUID, Article>();
        tx.sql("""
                select product_id, sku, price, currency, tax_category, weight_grams, status, version, revision
                from base_price_cache where product_id = any(?) order by product_id""" + locking)
                .array("uuid", ids)
                .list(row -> rows.put(row.uuid("product_id"), article(row, Map.of())));
        tx.sql("""
                select product_id, variant_id, sku, price, removed
                from base_price_variant_cache where product_id = any(?)""")
                .array("uuid", ids)
                .list(row -> variants.computeIfAbsent(row.uuid("product_id"), _ -> new HashMap<>())
                        .put(row.uuid("variant_id"), variant(row)));
        rows.replaceAll((id, a) -> with(a, variants.getOrDefault(id, Map.of())));
        return rows;
    }

    private static Variant variant(Row row) {
        return new Variant(row.uuid("variant_id"), row.text("sku"), row.bigintOrNull("price"), row.bool("removed"));
    }

    private static Article article(Row row, Map<UUID, Variant> variants) {
        return new Article(
                row.uuid("product_id"), row.text("sku"), row.bigint("price"), row.text("currency"),
                row.textOrNull("tax_category"), row.integer("weight_grams"), row.text("status"),
                row.bigint("version"), row.bigint("revision"), variants);
    }

    private static Article with(Article a, Map<UUID, Variant> variants) {
        return new Article(
                a.productId(), a.sku(), a.price(), a.currency(), a.taxCategory(), a.weightGrams(), a.status(),
                a.version(), a.revision(), variants);
    }

    public void save(Tx tx, List<Article> articles) {
        tx.sql("""
                insert into base_price_cache
                    (product_id, sku, price, currency, tax_category, weight_grams, status, version, revision, as_of)
                select v.*, ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as v
                on conflict (product_id) do update set
                    sku = excluded.sku, price = excluded.price, currency = excluded.currency,
                    tax_category = excluded.tax_category, weight_grams = excluded.weight_grams,
                    status = excluded.status, version = excluded.version, revision = excluded.revision,
                    as_of = excluded.as_of""")
                .params(tx.now())
                .array("uuid", articles, Article::productId)
                .array("text", articles, Article::sku)
                .array("bigint", articles, Article::price)
                .array("text", articles, Article::currency)
                .array("text", articles, Article::taxCategory)
                .array("int", articles, Article::weightGrams)
                .array("text", articles, Article::status)
                .array("bigint", articles, Article::version)
                .array("bigint", articles, Article::revision)
                .update();
        saveVariants(tx, articles);
        tx.afterCommit(() -> articles.forEach(this::remember));
    }

    private static void saveVariants(Tx tx, List<Article> articles) {
        record Of(UUID product, Variant variant) {}
        var all = articles.stream()
                .flatMap(a -> a.variants().values().stream().map(v -> new Of(a.productId(), v)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        tx.sql("""
                insert into base_price_variant_cache (variant_id, product_id, sku, price, removed)
                select * from unnest(?, ?, ?, ?, ?)
                on conflict (variant_id) do update set
                    sku = excluded.sku, price = excluded.price, removed = excluded.removed""")
                .array("uuid", all, o -> o.variant().variantId())
                .array("uuid", all, Of::product)
                .array("text", all, o -> o.variant().sku())
                .array("bigint", all, o -> o.variant().price())
                .array("boolean", all, o -> o.variant().removed())
                .update();
    }

    /// A copy never replaces a newer one, whatever the order in which threads arrive here.
    private void remember(Article article) {
        if (known.size() >= MOST_IN_MEMORY) {
            known.clear();
        }
        known.merge(article.productId(), article, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
}
