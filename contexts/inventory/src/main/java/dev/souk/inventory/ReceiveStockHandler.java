package dev.souk.inventory;

import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.ReceiveDelivery;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.inventory.db.Documents;
import dev.souk.inventory.domain.Movement;
import dev.souk.inventory.domain.Place;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes goods in, one sku or thousands in one pass, and says so for each line.
final class ReceiveStockHandler {
    private final StockDesk desk;

    ReceiveStockHandler(StockDesk desk) {
        this.desk = desk;
    }

    Outcome<StockPosition> one(ReceiveStock command, Tx tx) {
        var lines = List.of(new ReceiveDelivery.Line(command.sku(), command.quantity()));
        var document = new Documents.Document(
                command.receiptId(),
                Documents.Kind.RECEIPT,
                command.toString(),
                1,
                command.quantity(),
                command.supplierRef());
        return desk.once(
                tx,
                document,
                () -> receive(tx, command.receiptId(), command.locationId(), lines)
                        .then(book -> Outcome.done(position(book, command))),
                () -> desk.position(tx, command.sku(), command.locationId()));
    }

    private static StockPosition position(StockBook book, ReceiveStock command) {
        return StockDesk.position(
                book.get(command.sku()).at(command.locationId()).orElseThrow());
    }

    Outcome<ReceiveDelivery.Received> delivery(ReceiveDelivery command, Tx tx) {
        var received = new ReceiveDelivery.Received(
                command.lines().size(),
                command.lines().stream().mapToLong(ReceiveDelivery.Line::quantity).sum());
        var document = new Documents.Document(
                command.deliveryId(),
                Documents.Kind.DELIVERY,
                command.toString(),
                received.lines(),
                received.units(),
                command.supplierRef());
        return desk.once(
                tx,
                document,
                () -> receive(tx, command.deliveryId(), command.locationId(), command.lines())
                        .then(_ -> Outcome.done(received)),
                () -> Outcome.done(received));
    }

    private Outcome<StockBook> receive(Tx tx, UUID document, String location, List<ReceiveDelivery.Line> lines) {
        if (!desk.knows(tx, location)) {
            return Outcome.refused(new StockRefusal.UnknownLocation(location));
        }
        var skus = lines.stream().map(ReceiveDelivery.Line::sku).distinct().toList();
        var book = desk.open(tx, skus, location);
        var problem = problem(book, skus, location, lines);
        if (problem != null) {
            return Outcome.refused(problem);
        }
        for (var line : lines) {
            var place = book.stock(line.sku(), location, Movement.Kind.RECEIPT, line.quantity(), document);
            tell(tx, book, place, line.quantity(), document);
        }
        desk.save(tx, book);
        return Outcome.done(book);
    }

    private @Nullable Refusal problem(
            StockBook book, List<String> skus, String location, List<ReceiveDelivery.Line> lines) {
        var unknown = desk.unknown(book, skus);
        if (!unknown.isEmpty()) {
            return StockRefusal.unknownSku(unknown);
        }
        long most = lines.stream().mapToLong(ReceiveDelivery.Line::quantity).sum();
        Optional<String> full = skus.stream()
                .filter(sku -> book.get(sku).at(location).orElseThrow().onHand() + most > Place.MOST)
                .findFirst();
        return full.map(sku -> new StockRefusal.TooMuch(sku, Place.MOST)).orElse(null);
    }

    private static void tell(Tx tx, StockBook book, Place place, int quantity, UUID document) {
        var article = book.get(place.sku());
        tx.publish(
                new InventoryReplenished(
                        article.sku(),
                        article.identity().productId(),
                        place.location(),
                        quantity,
                        article.available(),
                        document),
                article.next());
    }
}
