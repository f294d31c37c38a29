package dev.souk.product.db;

import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The variants' rows. Whoever changes one holds the lock of its product.
public final class Variants {
    /// One variant.
    ///
    /// @param price null means the product's
    public record Variant(
            UUID id, UUID productId, String sku, @Nullable Long price, int position, boolean removed) {}

    public Optional<Variant> find(Tx tx, UUID variantId) {
        return tx.sql("select id, product_id, sku, price, position, removed from product_variant where id = ?")
                .params(variantId)
                .optional(row -> new Variant(
                        row.uuid("id"),
                        row.uuid("product_id"),
                        row.text("sku"),
                        row.bigintOrNull("price"),
                        row.integer("position"),
                        row.bool("removed")));
    }

    /// How many it has or had.
    public int count(Tx tx, UUID productId) {
        return tx.sql("select count(*)::int as n from product_variant where product_id = ?")
                .params(productId)
                .one(row -> row.integer("n"));
    }

    /// Answers how many of the ids were free.
    public int insert(Tx tx, List<Variant> variants) {
        return tx.sql(
                        """
                        insert into product_variant (id, product_id, sku, price, position)
                        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::int[])
                        on conflict (id) do nothing
                        """)
                .array("uuid", variants, Variant::id)
                .array("uuid", variants, Variant::productId)
                .array("text", variants, Variant::sku)
                .array("bigint", variants, Variant::price)
                .array("int", variants, Variant::position)
                .update();
    }

    public void price(Tx tx, UUID variantId, long price) {
        tx.sql("update product_variant set price = ? where id = ?").params(price, variantId).update();
    }

    public void remove(Tx tx, UUID variantId) {
        tx.sql("update product_variant set removed = true where id = ?").params(variantId).update();
    }
}
