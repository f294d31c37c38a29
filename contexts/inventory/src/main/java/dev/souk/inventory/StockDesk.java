package dev.souk.inventory;

import dev.souk.contracts.inventory.StockPosition;
import dev.souk.inventory.db.Articles;
import dev.souk.inventory.db.Documents;
import dev.souk.inventory.db.Locations;
import dev.souk.inventory.db.Stock;
import dev.souk.inventory.domain.Place;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What all bookings of goods share: the document that makes a repeat harmless, the locked stock, and writing it back.
final class StockDesk {
    private final Stock stock = new Stock();
    private final Locations locations = new Locations();
    private final Documents documents = new Documents();
    private final Availability availability;

    StockDesk(Availability availability) {
        this.availability = availability;
    }

    /// Books a document once: the first time `book` runs, afterwards only `repeat`. A refusal leaves no document.
    <R> Outcome<R> once(Tx tx, Documents.Document document, Supplier<Outcome<R>> book, Supplier<Outcome<R>> repeat) {
        return switch (documents.book(tx, document)) {
            case NEW -> {
                var outcome = book.get();
                if (outcome instanceof Outcome.Refused<R>) {
                    documents.remove(tx, document.id());
                }
                yield outcome;
            }
            case REPEATED -> repeat.get();
            case OTHER_CONTENT -> Outcome.refused(StockRefusal.idReused(document.id()));
        };
    }

    boolean knows(Tx tx, String location) {
        return locations.find(tx, location).isPresent();
    }

    /// The skus of these that inventory does not know.
    List<String> unknown(StockBook book, Collection<String> skus) {
        return skus.stream().filter(sku -> book.find(sku) == null).distinct().toList();
    }

    /// Stock of these skus, locked, with a row at `location`. A sku that came to be while the locks were taken has none
    /// yet: it is not known.
    StockBook open(Tx tx, Collection<String> skus, String location) {
        if (!location.equals(Articles.DEFAULT_LOCATION)) {
            stock.prepare(tx, skus, location);
        }
        var all = stock.open(tx, skus).articles();
        return new StockBook(all.stream().filter(article -> article.at(location).isPresent()).toList());
    }

    void save(Tx tx, StockBook book) {
        StockSignals.publish(book, tx);
        stock.save(tx, book);
        availability.changed(book, tx);
    }

    /// What is there now, for the answer to a repeat.
    Outcome<StockPosition> position(Tx tx, String sku, String location) {
        return Optional.ofNullable(stock.open(tx, List.of(sku)).find(sku))
                .flatMap(article -> article.at(location))
                .map(place -> Outcome.done(position(place)))
                .orElseGet(() -> Outcome.refused(StockRefusal.unknownSku(List.of(sku))));
    }

    static StockPosition position(Place place) {
        return new StockPosition(
                place.sku(), place.location(), place.onHand(), place.reserved(), place.available(), place.version());
    }
}
