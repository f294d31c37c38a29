package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who has which sku, over products and variants.
public final class Skus {
    /// Who has a sku.
    ///
    /// @param variantId null when the product itself has the sku
    public record Holder(String sku, UUID productId, @Nullable UUID variantId) {}

    /// Takes the skus that are free; answers one that is not, if any. Waits for whoever is just taking one of them.
    public Optional<String> claim(Tx tx, List<Holder> holders) {
        var got = new HashSet<>(tx.sql(
                        """
                        insert into sku (sku, product_id, variant_id)
                        select * from unnest(?::text[], ?::uuid[], ?::uuid[]) as n (sku, product_id, variant_id)
                        order by n.sku
                        on conflict do nothing
                        returning sku
                        """)
                .array("text", holders, Holder::sku)
                .array("uuid", holders, Holder::productId)
                .array("uuid", holders, Holder::variantId)
                .list(row -> row.text("sku")));
        return holders.stream().map(Holder::sku).filter(sku -> !got.contains(sku)).findFirst();
    }

    public List<Holder> holders(Tx tx, List<String> skus) {
        return tx.sql("select sku, product_id, variant_id from sku where sku = any(?)")
                .array("text", skus)
                .list(Skus::holder);
    }

    private static Holder holder(Row row) {
        return new Holder(row.text("sku"), row.uuid("product_id"), row.uuidOrNull("variant_id"));
    }
}
