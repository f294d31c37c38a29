package dev.souk.product.db;

import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pages of products by key, so that the last page costs what the first one does.
public final class Listings {
    private static final String ITEM =
            """
            select p.id, p.sku, p.name, lower(p.name) as lower_name, p.price, p.currency, p.status, p.version,
                   (select c.slug from category c where c.id = p.category_id) as category,
                   (select m.url from product_media m where m.product_id = p.id
                    order by m.is_primary desc, m.position, m.id limit 1) as image_url,
                   (select case when bool_or(a.state = 'IN_STOCK') then 'IN_STOCK'
                                when bool_or(a.state = 'LOW') then 'LOW'
                                when bool_or(a.state = 'OUT') then 'OUT' end
                    from availability_view a where a.product_id = p.id) as availability
            from product p
            """;
    /// In place of a status: all of them.
    public static final String ANY = "ANY";

    /// The page that is asked for.
    ///
    /// @param categories the category and all below it; empty means all products
    public ListProducts.Page page(Tx tx, ListProducts asked, List<UUID> categories) {
        var sorting = Sorting.of(asked.sort()).orElse(Sorting.ID);
        var items = items(tx, asked, sorting, categories, asked.limit() + 1);
        if (items.size() <= asked.limit()) {
            return new ListProducts.Page(plain(items), null);
        }
        var page = items.subList(0, asked.limit());
        return new ListProducts.Page(plain(page), sorting.cursor(page.getLast()));
    }

    /// @param lowerName as the database sees it: another's idea of small letters would lose its place
    record Found(ListProducts.Item item, String lowerName) {}

    private static List<ListProducts.Item> plain(List<Found> found) {
        return found.stream().map(Found::item).toList();
    }

    private static List<Found> items(
            Tx tx, ListProducts asked, Sorting sorting, List<UUID> categories, int limit) {
        var params = new ArrayList<@Nullable Object>();
        var where = where(asked, sorting, params);
        if (categories.isEmpty()) {
            return tx.sql(ITEM + "where " + where + " order by " + sorting.orderBy("p") + " limit ?")
                    .params(params.toArray())
                    .params(limit)
                    .list(Listings::item);
        }
        return tx.sql(ITEM + inCategories(where, sorting))
                .array("uuid", categories)
                .params(params.toArray())
                .params(limit, limit)
                .list(Listings::item);
    }

    private static String where(ListProducts asked, Sorting sorting, List<@Nullable Object> params) {
        var where = new StringBuilder("p.deleted_at is null").append(status(asked.status()));
        narrow(where, params, " and p.id = (select product_id from sku where sku = ?)", asked.sku());
        narrow(where, params, " and p.seller_id = ?", asked.sellerId());
        narrow(where, params, " and p.price >= ?", asked.minPrice());
        narrow(where, params, " and p.price <= ?", asked.maxPrice());
        if (asked.text() != null) {
            narrow(where, params, " and to_tsvector('english', p.name || ' ' || p.sku) @@ to_tsquery('english', ?)", words(asked.text()));
        }
        if (Boolean.TRUE.equals(asked.available())) {
            where.append(" and exists (select 1 from availability_view a where a.product_id = p.id and a.state <> 'OUT')");
        }
        var place = asked.cursor() == null ? null : sorting.place(asked.cursor()).orElse(null);
        if (place != null) {
            where.append(" and ").append(sorting.after());
            if (place.value() != null) {
                params.add(place.value());
            }
            params.add(place.id());
        }
        return where.toString();
    }

    private static void narrow(StringBuilder where, List<@Nullable Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            params.add(value);
        }
    }

    /// All of the words, each also as a beginning: what is being typed is not finished.
    private static String words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    /// As a literal, so that the indexes of what is for sale are found whatever the parameters.
    private static String status(@Nullable String status) {
        if (ANY.equals(status)) {
            return "";
        }
        return " and p.status = '" + (status == null ? Status.ACTIVE : Status.valueOf(status)) + "'";
    }

    /// The first of each category, then the first of those: each is one step into the index.
    private static String inCategories(String where, Sorting sorting) {
        return """
            join (select one.* from unnest(?::uuid[]) as n (category_id)
                  cross join lateral (
                      select p.id%s from product p where p.category_id = n.category_id and %s order by %s limit ?) as one
                  order by %s limit ?) as here on here.id = p.id
            order by %s
            """
                .formatted(sorting.carried(), where, sorting.orderBy("p"), sorting.orderByCarried("one"), sorting.orderByCarried("here"));
    }

    private static Found item(Row row) {
        return new Found(new ListProducts.Item(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                row.bigint("price"),
                row.text("currency"),
                row.textOrNull("category"),
                row.text("status"),
                row.textOrNull("image_url"),
                row.textOrNull("availability"),
                row.bigint("version")), row.text("lower_name"));
    }
}
