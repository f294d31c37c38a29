package dev.souk.inventory;

import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.inventory.db.Alarms;
import dev.souk.inventory.db.Documents;
import dev.souk.inventory.domain.Movement;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;

/// Sets what is on hand to what was counted. A count below what is reserved cannot be booked without breaking a
/// promise: it is left as it is, with an alarm for a person to solve.
final class RecordStockTakeHandler {
    private final StockDesk desk;
    private final Documents documents = new Documents();
    private final Alarms alarms = new Alarms();

    RecordStockTakeHandler(StockDesk desk) {
        this.desk = desk;
    }

    Outcome<RecordStockTake.Result> handle(RecordStockTake command, Tx tx) {
        var document = new Documents.Document(
                command.stockTakeId(),
                Documents.Kind.STOCK_TAKE,
                command.toString(),
                command.counts().size(),
                command.counts().stream().mapToLong(RecordStockTake.Count::counted).sum(),
                null);
        return desk.once(tx, document, () -> count(command, tx), () -> repeated(command, tx));
    }

    private Outcome<RecordStockTake.Result> repeated(RecordStockTake command, Tx tx) {
        var before = documents.stockTake(tx, command.stockTakeId());
        return Outcome.done(new RecordStockTake.Result(command.counts().size(), before.adjusted(), before.shortages()));
    }

    private Outcome<RecordStockTake.Result> count(RecordStockTake command, Tx tx) {
        if (!desk.knows(tx, command.locationId())) {
            return Outcome.refused(new StockRefusal.UnknownLocation(command.locationId()));
        }
        var skus = command.counts().stream().map(RecordStockTake.Count::sku).toList();
        var book = desk.open(tx, skus, command.locationId());
        var unknown = desk.unknown(book, skus);
        if (!unknown.isEmpty()) {
            return Outcome.refused(StockRefusal.unknownSku(unknown));
        }
        var shortages = new ArrayList<String>();
        int adjusted = 0;
        for (var count : command.counts()) {
            switch (book(count, command, book, tx)) {
                case ADJUSTED -> adjusted++;
                case SHORT -> shortages.add(count.sku());
                case EQUAL -> {}
            }
        }
        desk.save(tx, book);
        documents.stockTake(tx, command.stockTakeId(), command.locationId(), adjusted, shortages);
        return Outcome.done(new RecordStockTake.Result(skus.size(), adjusted, shortages));
    }

    private enum Counted {
        EQUAL,
        ADJUSTED,
        SHORT
    }

    private Counted book(RecordStockTake.Count count, RecordStockTake command, StockBook book, Tx tx) {
        var article = book.get(count.sku());
        var place = article.at(command.locationId()).orElseThrow();
        int delta = (int) (count.counted() - place.onHand());
        if (delta == 0) {
            return Counted.EQUAL;
        }
        if (count.counted() < place.reserved()) {
            alarms.raise(
                    tx,
                    Alarms.Kind.SHORTAGE,
                    command.stockTakeId(),
                    "%s at %s: counted %d, reserved %d"
                            .formatted(count.sku(), place.location(), count.counted(), place.reserved()));
            return Counted.SHORT;
        }
        book.stock(count.sku(), place.location(), Movement.Kind.ADJUST, delta, command.stockTakeId());
        AdjustStockHandler.tell(
                tx, article, place, delta, "COUNT", NameBasedId.of(command.stockTakeId(), count.sku()));
        return Counted.ADJUSTED;
    }
}
