package dev.souk.inventory.db;

import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reading stock for people.
public final class Levels {
    private static final String POSITIONS =
            "select s.sku, s.location_id, s.on_hand, s.reserved, s.version from stock_item s ";

    public List<StockPosition> ofProduct(Tx tx, UUID product) {
        return tx.sql(POSITIONS + "join article a on a.sku = s.sku where a.product_id = ? order by s.sku, s.location_id")
                .params(product)
                .list(Levels::position);
    }

    public List<StockPosition> ofSku(Tx tx, String sku) {
        return tx.sql(POSITIONS + "where s.sku = ? order by s.location_id").params(sku).list(Levels::position);
    }

    private static StockPosition position(Row row) {
        long onHand = row.bigint("on_hand");
        long reserved = row.bigint("reserved");
        return new StockPosition(
                row.text("sku"), row.text("location_id"), onHand, reserved, onHand - reserved, row.bigint("version"));
    }

    public Optional<GetStockItem.Item> item(Tx tx, String sku) {
        var positions = ofSku(tx, sku);
        long onHand = positions.stream().mapToLong(StockPosition::onHand).sum();
        long reserved = positions.stream().mapToLong(StockPosition::reserved).sum();
        return tx.sql(
                        """
                        select product_id, seller_id, sellable, reorder_point, auto_reorder_at, reorder_quantity,
                               policy_version, low
                        from article where sku = ?
                        """)
                .params(sku)
                .optional(row -> new GetStockItem.Item(
                        sku,
                        row.uuid("product_id"),
                        row.uuidOrNull("seller_id"),
                        row.bool("sellable"),
                        onHand - reserved,
                        reserved,
                        onHand,
                        row.bigint("reorder_point"),
                        row.bigint("auto_reorder_at"),
                        row.bigintOrNull("reorder_quantity"),
                        row.bigint("policy_version"),
                        row.bool("low"),
                        positions,
                        tx.now()));
    }

    /// One more than asked for, to see whether there is a next page.
    public List<ListLowStock.Item> low(Tx tx, ListLowStock query) {
        return tx.sql(
                        """
                        select a.sku, a.product_id, a.reorder_point, t.available, t.reserved
                        from article a cross join lateral
                            (select sum(s.on_hand - s.reserved)::bigint as available, sum(s.reserved)::bigint as reserved
                             from stock_item s where s.sku = a.sku) as t
                        where a.low and a.sku > ? and (?::uuid is null or a.seller_id = ?::uuid)
                        order by a.sku limit ?
                        """)
                .params(query.cursor() == null ? "" : query.cursor(), query.sellerId(), query.sellerId())
                .params(query.limit() + 1)
                .list(row -> new ListLowStock.Item(
                        row.text("sku"),
                        row.uuid("product_id"),
                        row.bigint("available"),
                        row.bigint("reserved"),
                        row.bigint("reorder_point")));
    }
}
