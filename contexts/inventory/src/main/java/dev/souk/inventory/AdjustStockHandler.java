package dev.souk.inventory;

import dev.souk.contracts.inventory.AdjustStock;
import dev.souk.contracts.inventory.InventoryAdjusted;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.inventory.db.Documents;
import dev.souk.inventory.domain.Article;
import dev.souk.inventory.domain.Movement;
import dev.souk.inventory.domain.Place;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Corrects what is on hand, never into what is reserved: that would be a shortage, which is another matter.
final class AdjustStockHandler {
    private final StockDesk desk;

    AdjustStockHandler(StockDesk desk) {
        this.desk = desk;
    }

    Outcome<StockPosition> handle(AdjustStock command, Tx tx) {
        var document = new Documents.Document(
                command.adjustmentId(),
                Documents.Kind.ADJUSTMENT,
                List.of(command.sku(), command.locationId(), command.delta(), command.reason()).toString(),
                1,
                command.delta(),
                command.note());
        return desk.once(
                tx,
                document,
                () -> adjust(command, tx),
                () -> desk.position(tx, command.sku(), command.locationId()));
    }

    private Outcome<StockPosition> adjust(AdjustStock command, Tx tx) {
        if (!desk.knows(tx, command.locationId())) {
            return Outcome.refused(new StockRefusal.UnknownLocation(command.locationId()));
        }
        var book = desk.open(tx, List.of(command.sku()), command.locationId());
        var article = book.find(command.sku());
        if (article == null) {
            return Outcome.refused(StockRefusal.unknownSku(List.of(command.sku())));
        }
        var place = article.at(command.locationId()).orElseThrow();
        var problem = problem(command, place);
        if (problem != null) {
            return Outcome.refused(problem);
        }
        book.stock(place.sku(), place.location(), Movement.Kind.ADJUST, command.delta(), command.adjustmentId());
        tell(tx, article, place, command.delta(), command.reason(), command.adjustmentId());
        desk.save(tx, book);
        return Outcome.done(StockDesk.position(place));
    }

    private static @Nullable Refusal problem(AdjustStock command, Place place) {
        var expected = command.expectedVersion();
        if (expected != null && expected != place.version()) {
            return Refusal.stale(expected, place.version());
        }
        if (place.available() + command.delta() < 0) {
            return new StockRefusal.Reserved(place.sku(), place.onHand(), place.reserved());
        }
        return place.onHand() + command.delta() > Place.MOST ? new StockRefusal.TooMuch(place.sku(), Place.MOST) : null;
    }

    static void tell(Tx tx, Article article, Place place, int delta, String reason, UUID adjustment) {
        tx.publish(
                new InventoryAdjusted(
                        adjustment,
                        article.sku(),
                        place.location(),
                        delta,
                        reason,
                        place.onHand(),
                        tx.cause().actor().id()),
                article.next());
    }
}
