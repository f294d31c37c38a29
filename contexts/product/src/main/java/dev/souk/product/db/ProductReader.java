package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one product with all that belongs to it.
final class ProductReader {
    private static final int TRIES = 3;

    private final Levels levels = new Levels();

    /// Reads again when the product changed between the statements.
    Optional<Shelf.Kept> read(Tx tx, UUID id) {
        for (int attempt = 1; ; attempt++) {
            var view = once(tx, id);
            if (view.isEmpty() || attempt == TRIES || version(tx, id) == view.get().view().version()) {
                return view;
            }
        }
    }

    private static long version(Tx tx, UUID id) {
        return tx.sql("select version from product where id = ?").params(id).one(row -> row.bigint("version"));
    }

    private Optional<Shelf.Kept> once(Tx tx, UUID id) {
        var attributes = attributes(tx, id);
        var variants = variants(tx, id, attributes);
        var images = images(tx, id);
        return tx.sql(
                        """
                        select p.id, p.sku, p.name, p.description, p.price, p.currency, p.category_id, p.status,
                               p.seller_id, p.tax_category, p.weight_grams, p.version, p.created_at, p.updated_at,
                               p.discontinued_at, p.discontinued_reason, p.replacement_id, c.slug
                        from product p left join category c on c.id = p.category_id
                        where p.id = ? and p.deleted_at is null
                        """)
                .params(id)
                .optional(row -> view(row, attributes.getOrDefault(id, Map.of()), variants, images))
                .map(view -> Shelf.Kept.of(view, levels.ofProduct(tx, id)));
    }

    private static ProductView view(
            Row row, Map<String, String> attributes, List<ProductView.Variant> variants, List<ProductView.Image> images) {
        return new ProductView(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                row.textOrNull("description"),
                row.bigint("price"),
                row.text("currency"),
                row.uuidOrNull("category_id"),
                row.textOrNull("slug"),
                row.enumOf(Status.class, "status").wire(),
                discontinued(row),
                row.uuidOrNull("seller_id"),
                row.textOrNull("tax_category"),
                row.integerOrNull("weight_grams"),
                attributes,
                variants,
                images,
                null,
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }

    private static ProductView.@Nullable Discontinued discontinued(Row row) {
        return row.textOrNull("discontinued_reason") == null
                ? null
                : new ProductView.Discontinued(
                        row.text("discontinued_reason"), row.instant("discontinued_at"), row.uuidOrNull("replacement_id"));
    }

    private static Map<UUID, Map<String, String>> attributes(Tx tx, UUID id) {
        var byOwner = new HashMap<UUID, Map<String, String>>();
        tx.sql("select owner_id, name, value from product_attribute where product_id = ?")
                .params(id)
                .list(row -> byOwner.computeIfAbsent(row.uuid("owner_id"), _ -> new TreeMap<>())
                        .put(row.text("name"), row.text("value")));
        return byOwner;
    }

    private static List<ProductView.Variant> variants(
            Tx tx, UUID id, Map<UUID, Map<String, String>> attributes) {
        return tx.sql(
                        """
                        select id, sku, price from product_variant
                        where product_id = ? and not removed order by position
                        """)
                .params(id)
                .list(row -> new ProductView.Variant(
                        row.uuid("id"),
                        row.text("sku"),
                        attributes.getOrDefault(row.uuid("id"), Map.of()),
                        row.bigintOrNull("price")));
    }

    private static List<ProductView.Image> images(Tx tx, UUID id) {
        return tx.sql(
                        """
                        select id, url, sha256, is_primary, position from product_media
                        where product_id = ? order by is_primary desc, position, id
                        """)
                .params(id)
                .list(row -> new ProductView.Image(
                        row.uuid("id"),
                        row.text("url"),
                        row.textOrNull("sha256"),
                        row.bool("is_primary"),
                        row.integer("position")));
    }
}
