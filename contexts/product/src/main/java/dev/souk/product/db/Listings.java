package dev.souk.product.db;

import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of products by key, so that the last page costs what the first one does.
public final class Listings {
    private static final UUID START = new UUID(0, 0);
    private static final String ITEM =
            """
            select p.id, p.sku, p.name, p.price, p.currency, p.status, p.version,
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
        var after = asked.cursor() == null ? START : UUID.fromString(asked.cursor());
        var items = items(tx, asked, categories, after, asked.limit() + 1);
        if (items.size() <= asked.limit()) {
            return new ListProducts.Page(items, null);
        }
        var page = items.subList(0, asked.limit());
        return new ListProducts.Page(page, page.getLast().productId().toString());
    }

    private static List<ListProducts.Item> items(
            Tx tx, ListProducts asked, List<UUID> categories, UUID after, int limit) {
        var params = new ArrayList<Object>();
        var where = new StringBuilder("p.deleted_at is null").append(status(asked.status()));
        if (asked.sku() != null) {
            where.append(" and p.id = (select product_id from sku where sku = ?)");
            params.add(asked.sku());
        }
        if (asked.sellerId() != null) {
            where.append(" and p.seller_id = ?");
            params.add(asked.sellerId());
        }
        where.append(" and p.id > ?");
        params.add(after);
        if (categories.isEmpty()) {
            return tx.sql(ITEM + "where " + where + " order by p.id limit ?")
                    .params(params.toArray())
                    .params(limit)
                    .list(Listings::item);
        }
        return tx.sql(ITEM + inCategories(where.toString()))
                .array("uuid", categories)
                .params(params.toArray())
                .params(limit, limit)
                .list(Listings::item);
    }

    /// As a literal, so that the indexes of what is for sale are found whatever the parameters.
    private static String status(@Nullable String status) {
        if (ANY.equals(status)) {
            return "";
        }
        return " and p.status = '" + (status == null ? Status.ACTIVE : Status.valueOf(status)) + "'";
    }

    /// The first of each category, then the first of those: each is one step into the index.
    private static String inCategories(String where) {
        return """
            where p.id in (
                select one.id from unnest(?::uuid[]) as n (category_id)
                cross join lateral (
                    select p.id from product p where p.category_id = n.category_id and %s order by p.id limit ?) as one
                order by one.id limit ?)
            order by p.id
            """
                .formatted(where);
    }

    private static ListProducts.Item item(Row row) {
        return new ListProducts.Item(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                row.bigint("price"),
                row.text("currency"),
                row.textOrNull("category"),
                row.text("status"),
                row.textOrNull("image_url"),
                row.textOrNull("availability"),
                row.bigint("version"));
    }
}
