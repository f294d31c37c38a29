package dev.souk.product;

import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.ReadModel;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Rows;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Levels;
import dev.souk.product.db.Levels.Level;
import dev.souk.product.db.Shelf;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what is shown of stock. One journal tells all of it, in order per sku; only the level, which is told late and
/// coalesced, carries a version to compare.
final class WhenStockMovesShowAvailability {
    static final List<Class<? extends Event>> EVENTS = List.of(
            StockLevelChanged.class, InventoryDepleted.class, InventoryReplenished.class, LowStockAlert.class);

    private final Levels levels = new Levels();
    private final Shelf shelf;

    WhenStockMovesShowAvailability(Shelf shelf) {
        this.shelf = shelf;
    }

    /// The same rows, to be made again from the journal.
    ReadModel readModel() {
        return ReadModel.of("availability", List.of("availability_view"), Set.of("as_of"), EVENTS,
                        (events, rows) -> take(told(events), rows))
                .onExchange(shelf::clear);
    }

    void react(Event event, Tx tx) {
        shelf.restocked(tx, take(List.of(new Told(event, tx.now())), tx));
    }

    void react(List<Received<Message>> batch, Tx tx) {
        shelf.restocked(tx, take(told(batch), tx));
    }

    private record Told(Message event, Instant at) {}

    private static List<Told> told(List<Received<Message>> batch) {
        return batch.stream().map(one -> new Told(one.message(), one.envelope().occurredAt())).toList();
    }

    private List<Level> take(List<Told> news, Rows tx) {
        var skus = new LinkedHashSet<String>();
        news.forEach(one -> skus.add(one.event().key()));
        Map<String, Level> known = new HashMap<>();
        levels.lock(tx, skus).forEach(level -> known.put(level.sku(), level));
        for (var one : news) {
            var key = one.event().key();
            var after = after(one, known.get(key));
            if (after != null) {
                known.put(key, after);
            }
        }
        var all = known.values().stream()
                .sorted(Comparator.comparing(Level::sku))
                .toList();
        levels.save(tx, all);
        return all;
    }

    private static @Nullable Level after(Told told, @Nullable Level before) {
        var point = before == null ? null : before.reorderPoint();
        long version = before == null ? 0 : before.version();
        return switch (told.event()) {
            case StockLevelChanged e ->
                e.version() < version
                        ? before
                        : new Level(e.sku(), e.productId(), e.available(), point, e.version(), told.at());
            case InventoryDepleted e -> new Level(e.sku(), e.productId(), 0, point, version, told.at());
            case InventoryReplenished e ->
                new Level(e.sku(), e.productId(), e.available(), point, version, told.at());
            case LowStockAlert e ->
                new Level(e.sku(), e.productId(), alerted(e, before), e.reorderPoint(), version, told.at());
            default -> before;
        };
    }

    /// What one location has left says nothing about all of them together.
    private static long alerted(LowStockAlert alert, @Nullable Level before) {
        return alert.locationId() == null || before == null ? alert.available() : before.available();
    }
}
