package dev.souk.cart.db;

import dev.souk.cart.domain.Product;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The copies of products and variants.
final class ProductView {
    Map<UUID, Product> find(Tx tx, Collection<UUID> ids) {
        var variants = variants(tx, ids);
        var found = new HashMap<UUID, Product>();
        tx.sql("select * from product_view where product_id = any(?)")
                .array("uuid", List.copyOf(ids))
                .list(row -> new Product(
                        row.uuid("product_id"),
                        row.bigint("version"),
                        row.text("sku"),
                        row.text("name"),
                        row.bigint("price"),
                        row.text("currency"),
                        row.text("status"),
                        variants.getOrDefault(row.uuid("product_id"), Map.of())))
                .forEach(product -> found.put(product.id(), product));
        return found;
    }

    private static Map<UUID, Map<UUID, Product.Variant>> variants(Tx tx, Collection<UUID> ids) {
        var byProduct = new HashMap<UUID, Map<UUID, Product.Variant>>();
        tx.sql("select * from variant_view where product_id = any(?)")
                .array("uuid", List.copyOf(ids))
                .list(row -> byProduct
                        .computeIfAbsent(row.uuid("product_id"), _ -> new HashMap<>())
                        .put(row.uuid("variant_id"), new Product.Variant(row.text("sku"), row.bigintOrNull("price"))));
        return byProduct;
    }

    /// Replaces what is known of these products, unless something newer is.
    void save(Tx tx, Collection<Product> products) {
        var newer = List.copyOf(products);
        tx.sql(
                        """
                insert into product_view as p (product_id, version, sku, name, price, currency, status, as_of)
                select *, ?::timestamptz from unnest(?, ?, ?, ?, ?, ?, ?)
                on conflict (product_id) do update
                set version = excluded.version, sku = excluded.sku, name = excluded.name, price = excluded.price,
                    currency = excluded.currency, status = excluded.status, as_of = excluded.as_of
                where p.version <= excluded.version
                """)
                .params(tx.now())
                .array("uuid", newer, Product::id)
                .array("bigint", newer, Product::version)
                .array("text", newer, Product::sku)
                .array("text", newer, Product::name)
                .array("bigint", newer, Product::price)
                .array("text", newer, Product::currency)
                .array("text", newer, Product::status)
                .update();
        saveVariants(tx, newer);
    }

    private static void saveVariants(Tx tx, List<Product> products) {
        var productIds = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        var variants = new ArrayList<Product.Variant>();
        for (var product : products) {
            product.variants().forEach((id, variant) -> {
                productIds.add(product.id());
                ids.add(id);
                variants.add(variant);
            });
        }
        tx.sql(
                        """
                delete from variant_view
                where product_id = any(?) and not variant_id = any(?)
                """)
                .array("uuid", products, Product::id)
                .array("uuid", ids)
                .update();
        if (!ids.isEmpty()) {
            tx.sql(
                            """
                    insert into variant_view (product_id, variant_id, sku, price)
                    select * from unnest(?, ?, ?, ?)
                    on conflict (product_id, variant_id) do update set sku = excluded.sku, price = excluded.price
                    """)
                    .array("uuid", productIds)
                    .array("uuid", ids)
                    .array("text", variants, Product.Variant::sku)
                    .array("bigint", variants, Product.Variant::price)
                    .update();
        }
    }
}
