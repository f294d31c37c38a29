package dev.souk.inventory.db;

import dev.souk.inventory.domain.ReorderPolicy;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The part of `article` that follows the catalogue and the merchandiser.
public final class Articles {
    /// Where a new article's first, empty stock row is.
    public static final String DEFAULT_LOCATION = "MAIN";

    /// A sku as the catalogue lists it.
    ///
    /// @param variantId null for the product's own sku
    public record Listed(String sku, UUID productId, @Nullable UUID variantId, @Nullable UUID sellerId) {}

    /// A sku's owner and reorder policy.
    ///
    /// @param sellerId null for the shop's own
    /// @param version of the policy
    public record Known(String sku, @Nullable UUID sellerId, ReorderPolicy policy, long version) {}

    /// Adds articles, each with an empty stock row; one that exists keeps its stock and is sold again.
    public void list(Tx tx, List<Listed> listed) {
        tx.sql(
                        """
                        insert into article (sku, product_id, variant_id, seller_id)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (sku) do update set product_id = excluded.product_id, sellable = true,
                            variant_id = excluded.variant_id,
                            seller_id = coalesce(excluded.seller_id, article.seller_id)
                        """)
                .array("text", listed, Listed::sku)
                .array("uuid", listed, Listed::productId)
                .array("uuid", listed, Listed::variantId)
                .array("uuid", listed, Listed::sellerId)
                .update();
        new Stock().prepare(tx, listed.stream().map(Listed::sku).toList(), DEFAULT_LOCATION);
    }

    /// No new reservations of anything that belongs to these products, or of these skus. Answers which that are.
    public List<String> close(Tx tx, Collection<UUID> products, Collection<String> skus) {
        return tx.sql(
                        """
                        update article set sellable = false
                        where sellable and (product_id = any(?) or sku = any(?)) returning sku
                        """)
                .array("uuid", List.copyOf(products))
                .array("text", List.copyOf(skus))
                .list(row -> row.text("sku"));
    }

    public Optional<Known> find(Tx tx, String sku) {
        return tx.sql(
                        """
                        select seller_id, reorder_point, auto_reorder_at, reorder_quantity, policy_version
                        from article where sku = ?
                        """)
                .params(sku)
                .optional(row -> new Known(
                        sku,
                        row.uuidOrNull("seller_id"),
                        new ReorderPolicy(
                                row.bigint("reorder_point"),
                                row.bigint("auto_reorder_at"),
                                row.bigintOrNull("reorder_quantity")),
                        row.bigint("policy_version")));
    }

    public void policy(Tx tx, String sku, ReorderPolicy policy, long version) {
        tx.sql(
                        """
                        update article set reorder_point = ?, auto_reorder_at = ?, reorder_quantity = ?,
                               policy_version = ? where sku = ?
                        """)
                .params(policy.reorderPoint(), policy.autoReorderAt(), policy.quantity(), version, sku)
                .update();
    }

    /// Skus in a dip for which nothing has been suggested yet.
    public List<String> toSuggest(Tx tx, int limit) {
        return tx.sql(
                        """
                        select sku from article a where low and not suggested and sellable
                            and (select sum(on_hand - reserved) from stock_item s where s.sku = a.sku) <= auto_reorder_at
                        order by sku limit ?
                        """)
                .params(limit)
                .list(row -> row.text("sku"));
    }
}
