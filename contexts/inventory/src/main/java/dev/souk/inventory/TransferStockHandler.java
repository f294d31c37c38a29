package dev.souk.inventory;

import dev.souk.contracts.inventory.StockPosition;
import dev.souk.contracts.inventory.StockTransferred;
import dev.souk.contracts.inventory.TransferStock;
import dev.souk.inventory.db.Documents;
import dev.souk.inventory.domain.Article;
import dev.souk.inventory.domain.Place;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves what is not reserved from one location to another; answers what is at the other one.
final class TransferStockHandler {
    private final StockDesk desk;

    TransferStockHandler(StockDesk desk) {
        this.desk = desk;
    }

    Outcome<StockPosition> handle(TransferStock command, Tx tx) {
        var document = new Documents.Document(
                command.transferId(), Documents.Kind.TRANSFER, command.toString(), 1, command.quantity(), null);
        return desk.once(
                tx, document, () -> transfer(command, tx), () -> desk.position(tx, command.sku(), command.to()));
    }

    private Outcome<StockPosition> transfer(TransferStock command, Tx tx) {
        for (var location : List.of(command.from(), command.to())) {
            if (!desk.knows(tx, location)) {
                return Outcome.refused(new StockRefusal.UnknownLocation(location));
            }
        }
        var book = desk.open(tx, List.of(command.sku()), command.to());
        var article = book.find(command.sku());
        if (article == null) {
            return Outcome.refused(StockRefusal.unknownSku(List.of(command.sku())));
        }
        var problem = problem(command, article);
        if (problem != null) {
            return Outcome.refused(problem);
        }
        book.transfer(command.sku(), command.from(), command.to(), command.quantity(), command.transferId());
        tx.publish(
                new StockTransferred(
                        command.transferId(), command.sku(), command.from(), command.to(), command.quantity()),
                article.next());
        desk.save(tx, book);
        return Outcome.done(StockDesk.position(article.at(command.to()).orElseThrow()));
    }

    private static @Nullable Refusal problem(TransferStock command, Article article) {
        var from = article.at(command.from());
        long available = from.map(Place::available).orElse(0L);
        if (available < command.quantity()) {
            return new StockRefusal.Reserved(
                    article.sku(), from.map(Place::onHand).orElse(0L), from.map(Place::reserved).orElse(0L));
        }
        long there = article.at(command.to()).orElseThrow().onHand();
        return there + command.quantity() > Place.MOST ? new StockRefusal.TooMuch(article.sku(), Place.MOST) : null;
    }
}
