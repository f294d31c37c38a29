package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads products with all that belongs to them, however many with one statement a table.
final class ProductReader {
    private static final int TRIES = 3;

    private final Levels levels = new Levels();

    /// Those that are not deleted. Reads again what changed between the statements.
    Map<UUID, Shelf.Kept> read(Tx tx, List<UUID> ids) {
        var read = new HashMap<UUID, Shelf.Kept>();
        var left = ids;
        for (int attempt = 1; attempt <= TRIES && !left.isEmpty(); attempt++) {
            var once = once(tx, left);
            read.putAll(once);
            left = attempt == TRIES ? List.of() : moved(tx, once);
        }
        return read;
    }

    private static List<UUID> moved(Tx tx, Map<UUID, Shelf.Kept> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        var moved = new ArrayList<UUID>();
        tx.sql("select id, version from product where id = any(?)")
                .array("uuid", List.copyOf(read.keySet()))
                .list(row -> row.bigint("version") == version(read, row.uuid("id")) || moved.add(row.uuid("id")));
        moved.forEach(read::remove);
        return moved;
    }

    private static long version(Map<UUID, Shelf.Kept> read, UUID id) {
        return Objects.requireNonNull(read.get(id)).view().version();
    }

    private Map<UUID, Shelf.Kept> once(Tx tx, List<UUID> ids) {
        var attributes = attributes(tx, ids);
        var variants = variants(tx, ids, attributes);
        var images = images(tx, ids);
        var views = tx.sql(
                        """
                        select p.id, p.sku, p.name, p.description, p.price, p.currency, p.category_id, p.status,
                               p.seller_id, p.tax_category, p.weight_grams, p.version, p.created_at, p.updated_at,
                               p.discontinued_at, p.discontinued_reason, p.replacement_id, c.slug
                        from product p left join category c on c.id = p.category_id
                        where p.id = any(?) and p.deleted_at is null
                        """)
                .array("uuid", ids)
                .list(row -> view(
                        row,
                        attributes.getOrDefault(row.uuid("id"), Map.of()),
                        variants.getOrDefault(row.uuid("id"), List.of()),
                        images.getOrDefault(row.uuid("id"), List.of())));
        var stocked = new HashMap<UUID, List<Levels.Level>>();
        levels.ofProducts(tx, ids)
                .forEach(level -> stocked.computeIfAbsent(level.productId(), _ -> new ArrayList<>()).add(level));
        var all = new HashMap<UUID, Shelf.Kept>();
        views.forEach(view -> all.put(
                view.productId(), Shelf.Kept.of(view, stocked.getOrDefault(view.productId(), List.of()))));
        return all;
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

    private static Map<UUID, Map<String, String>> attributes(Tx tx, List<UUID> ids) {
        var byOwner = new HashMap<UUID, Map<String, String>>();
        tx.sql("select owner_id, name, value from product_attribute where product_id = any(?)")
                .array("uuid", ids)
                .list(row -> byOwner.computeIfAbsent(row.uuid("owner_id"), _ -> new TreeMap<>())
                        .put(row.text("name"), row.text("value")));
        return byOwner;
    }

    private static Map<UUID, List<ProductView.Variant>> variants(
            Tx tx, List<UUID> ids, Map<UUID, Map<String, String>> attributes) {
        var variants = new HashMap<UUID, List<ProductView.Variant>>();
        tx.sql(
                        """
                        select id, product_id, sku, price from product_variant
                        where product_id = any(?) and not removed order by position
                        """)
                .array("uuid", ids)
                .list(row -> variants.computeIfAbsent(row.uuid("product_id"), _ -> new ArrayList<>())
                        .add(new ProductView.Variant(
                                row.uuid("id"),
                                row.text("sku"),
                                attributes.getOrDefault(row.uuid("id"), Map.of()),
                                row.bigintOrNull("price"))));
        return variants;
    }

    private static Map<UUID, List<ProductView.Image>> images(Tx tx, List<UUID> ids) {
        var images = new HashMap<UUID, List<ProductView.Image>>();
        tx.sql(
                        """
                        select id, product_id, url, sha256, is_primary, position from product_media
                        where product_id = any(?) order by is_primary desc, position, id
                        """)
                .array("uuid", ids)
                .list(row -> images.computeIfAbsent(row.uuid("product_id"), _ -> new ArrayList<>())
                        .add(new ProductView.Image(
                                row.uuid("id"),
                                row.text("url"),
                                row.textOrNull("sha256"),
                                row.bool("is_primary"),
                                row.integer("position"))));
        return images;
    }
}
