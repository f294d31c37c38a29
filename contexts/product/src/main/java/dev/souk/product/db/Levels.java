package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Rows;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The availability view: what inventory last said about each sku. For display only.
public final class Levels {
    /// What inventory last said about one sku.
    ///
    /// @param reorderPoint from the last alert; null before the first
    /// @param version inventory's own, of the level; older levels are not taken over newer ones
    public record Level(
            String sku, UUID productId, long available, @Nullable Long reorderPoint, long version, Instant asOf) {
        public String state() {
            if (available <= 0) {
                return "OUT";
            }
            return reorderPoint != null && available <= reorderPoint ? "LOW" : "IN_STOCK";
        }
    }

    /// The known levels of these skus, locked in their order.
    public List<Level> lock(Rows tx, Collection<String> skus) {
        return tx.sql(
                        """
                        select sku, product_id, available, reorder_point, version, as_of from availability_view
                        where sku = any(?) order by sku for update
                        """)
                .array("text", List.copyOf(skus))
                .list(Levels::level);
    }

    public List<Level> ofProducts(Tx tx, List<UUID> productIds) {
        return tx.sql(
                        """
                        select sku, product_id, available, reorder_point, version, as_of from availability_view
                        where product_id = any(?)
                        """)
                .array("uuid", productIds)
                .list(Levels::level);
    }

    public void save(Rows tx, List<Level> levels) {
        tx.sql(
                        """
                        insert into availability_view (sku, product_id, available, reorder_point, state, version, as_of)
                        select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
                                             ?::timestamptz[])
                        on conflict (sku) do update
                        set product_id = excluded.product_id, available = excluded.available,
                            reorder_point = excluded.reorder_point, state = excluded.state, version = excluded.version,
                            as_of = excluded.as_of
                        """)
                .array("text", levels, Level::sku)
                .array("uuid", levels, Level::productId)
                .array("bigint", levels, Level::available)
                .array("bigint", levels, Level::reorderPoint)
                .array("text", levels, Level::state)
                .array("bigint", levels, Level::version)
                .array("timestamptz", levels, Level::asOf)
                .update();
    }

    private static Level level(Row row) {
        return new Level(
                row.text("sku"),
                row.uuid("product_id"),
                row.bigint("available"),
                row.bigintOrNull("reorder_point"),
                row.bigint("version"),
                row.instant("as_of"));
    }
}
