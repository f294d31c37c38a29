package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The products' own rows.
public final class Products {
    private static final String SELECT =
            """
            select p.id, p.sku, p.name, p.description, p.price, p.currency, p.category_id, p.status, p.seller_id,
                   p.tax_category, p.weight_grams, p.version,
                   (select count(*) from product_media m where m.product_id = p.id)::int as images,
                   (select count(*) from product_variant v
                    where v.product_id = p.id and v.price is not null and not v.removed)::int as priced_variants
            from product p
            """;

    /// What is known of an id or a sku that is already there.
    public record Present(UUID id, String sku, long version) {}

    /// The product if there is one that is not deleted; nobody else changes it until this transaction ends.
    public Optional<Product> lock(Tx tx, UUID id) {
        return tx.sql(SELECT + "where p.id = ? and p.deleted_at is null for update of p")
                .params(id)
                .optional(Products::product);
    }

    /// Those of `skus` that are products and not deleted, locked in the order of their ids.
    public List<Product> lockBySku(Tx tx, List<String> skus) {
        return tx.sql(SELECT + "where p.sku = any(?) and p.deleted_at is null order by p.id for update of p")
                .array("text", skus)
                .list(Products::product);
    }

    /// Whoever has this id, deleted or not.
    public Optional<Present> present(Tx tx, UUID id) {
        return tx.sql("select id, sku, version from product where id = ?")
                .params(id)
                .optional(row -> new Present(row.uuid("id"), row.text("sku"), row.bigint("version")));
    }

    /// Whose product it is, if it exists and is not deleted; the answer's seller may be null.
    public Optional<Owner> owner(Tx tx, UUID id) {
        return tx.sql("select seller_id from product where id = ? and deleted_at is null")
                .params(id)
                .optional(row -> new Owner(row.uuidOrNull("seller_id")));
    }

    public record Owner(@Nullable UUID sellerId) {}

    /// Answers how many of the ids were free.
    public int insert(Tx tx, List<Product> products) {
        var now = tx.now();
        return tx.sql(
                        """
                        insert into product (id, sku, name, description, price, currency, category_id, status, seller_id,
                                             tax_category, weight_grams, version, created_at, updated_at)
                        select n.*, ?::timestamptz, ?::timestamptz
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::uuid[],
                                    ?::text[], ?::uuid[], ?::text[], ?::int[], ?::bigint[]) as n
                        on conflict (id) do nothing
                        """)
                .params(now, now)
                .array("uuid", products, Product::id)
                .array("text", products, Product::sku)
                .array("text", products, Product::name)
                .array("text", products, Product::description)
                .array("bigint", products, Product::price)
                .array("text", products, Product::currency)
                .array("uuid", products, Product::categoryId)
                .array("text", products, Product::status)
                .array("uuid", products, Product::sellerId)
                .array("text", products, Product::taxCategory)
                .array("int", products, Product::weightGrams)
                .array("bigint", products, Product::version)
                .update();
    }

    public void save(Tx tx, List<Product> products) {
        tx.sql(
                        """
                        update product p
                        set name = n.name, description = n.description, price = n.price, currency = n.currency,
                            category_id = n.category_id, status = n.status, tax_category = n.tax_category,
                            weight_grams = n.weight_grams, version = n.version, updated_at = ?
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::text[],
                                    ?::text[], ?::int[], ?::bigint[])
                             as n (id, name, description, price, currency, category_id, status, tax_category,
                                   weight_grams, version)
                        where p.id = n.id
                        """)
                .params(tx.now())
                .array("uuid", products, Product::id)
                .array("text", products, Product::name)
                .array("text", products, Product::description)
                .array("bigint", products, Product::price)
                .array("text", products, Product::currency)
                .array("uuid", products, Product::categoryId)
                .array("text", products, Product::status)
                .array("text", products, Product::taxCategory)
                .array("int", products, Product::weightGrams)
                .array("bigint", products, Product::version)
                .update();
    }

    public void discontinue(Tx tx, Product product, String reason, @Nullable UUID replacement) {
        tx.sql(
                        """
                        update product
                        set status = 'DISCONTINUED', discontinued_at = ?, discontinued_reason = ?, replacement_id = ?,
                            version = ?, updated_at = ?
                        where id = ?
                        """)
                .params(tx.now(), reason, replacement, product.version(), tx.now(), product.id())
                .update();
    }

    public void delete(Tx tx, UUID id, @Nullable String reason, long version) {
        Instant now = tx.now();
        tx.sql(
                        """
                        update product
                        set status = 'ARCHIVED', deleted_at = ?, delete_reason = ?, version = ?, updated_at = ?
                        where id = ?
                        """)
                .params(now, reason, version, now, id)
                .update();
    }

    private static Product product(Row row) {
        return new Product(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                row.textOrNull("description"),
                row.bigint("price"),
                row.text("currency"),
                row.uuidOrNull("category_id"),
                row.enumOf(Status.class, "status"),
                row.uuidOrNull("seller_id"),
                row.textOrNull("tax_category"),
                row.integerOrNull("weight_grams"),
                row.integer("images"),
                row.integer("priced_variants"),
                row.bigint("version"));
    }
}
