package dev.souk.product;

import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Levels;
import dev.souk.product.db.Levels.Level;
import dev.souk.product.db.Shelf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps what is shown of stock. One journal tells all of it, in order per sku; only the level, which is told late and
/// coalesced, carries a version to compare.
final class WhenStockMovesShowAvailability {
    private final Levels levels = new Levels();
    private final Shelf shelf;

    WhenStockMovesShowAvailability(Shelf shelf) {
        this.shelf = shelf;
    }

    void react(Event event, Tx tx) {
        take(List.of(event), tx);
    }

    void react(List<Received<Message>> batch, Tx tx) {
        take(batch.stream().map(Received::message).toList(), tx);
    }

    private void take(List<? extends Message> events, Tx tx) {
        var skus = new LinkedHashSet<String>();
        events.forEach(event -> skus.add(event.key()));
        Map<String, Level> known = new HashMap<>();
        levels.lock(tx, skus).forEach(level -> known.put(level.sku(), level));
        for (var event : events) {
            var before = known.get(event.key());
            var after = after(event, before, tx);
            if (after != null) {
                known.put(event.key(), after);
            }
        }
        var all = known.values().stream()
                .sorted(Comparator.comparing(Level::sku))
                .toList();
        levels.save(tx, all);
        shelf.restocked(tx, all);
    }

    private static @Nullable Level after(Message event, @Nullable Level before, Tx tx) {
        var point = before == null ? null : before.reorderPoint();
        long version = before == null ? 0 : before.version();
        return switch (event) {
            case StockLevelChanged e ->
                e.version() < version
                        ? before
                        : new Level(e.sku(), e.productId(), e.available(), point, e.version(), tx.now());
            case InventoryDepleted e -> new Level(e.sku(), e.productId(), 0, point, version, tx.now());
            case InventoryReplenished e ->
                new Level(e.sku(), e.productId(), e.available(), point, version, tx.now());
            case LowStockAlert e ->
                new Level(e.sku(), e.productId(), alerted(e, before), e.reorderPoint(), version, tx.now());
            default -> before;
        };
    }

    /// What one location has left says nothing about all of them together.
    private static long alerted(LowStockAlert alert, @Nullable Level before) {
        return alert.locationId() == null || before == null ? alert.available() : before.available();
    }
}
