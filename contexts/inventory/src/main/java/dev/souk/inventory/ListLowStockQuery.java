package dev.souk.inventory;

import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.inventory.db.Levels;
import dev.souk.platform.messaging.Tx;

final class ListLowStockQuery {
    private final Levels levels = new Levels();

    ListLowStock.Page answer(ListLowStock query, Tx tx) {
        var items = levels.low(tx, query);
        if (items.size() <= query.limit()) {
            return new ListLowStock.Page(items, null);
        }
        var page = items.subList(0, query.limit());
        return new ListLowStock.Page(page, page.getLast().sku());
    }
}
