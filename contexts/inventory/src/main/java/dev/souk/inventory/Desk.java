package dev.souk.inventory;

import dev.souk.inventory.domain.Reservation;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reservations and the stock that one pass works on. Later messages of the pass see what earlier ones did.
final class Desk {
    private final StockBook book;
    private final Map<UUID, Reservation> stored;
    private final Map<UUID, Reservation> written = new LinkedHashMap<>();
    private final Instant now;

    Desk(Map<UUID, Reservation> stored, StockBook book, Instant now) {
        this.stored = new HashMap<>(stored);
        this.book = book;
        this.now = now;
    }

    /// One instant for the whole pass, as exact as the database keeps it.
    Instant now() {
        return now;
    }

    StockBook book() {
        return book;
    }

    @Nullable Reservation find(UUID id) {
        var latest = written.get(id);
        return latest != null ? latest : stored.get(id);
    }

    Reservation put(Reservation reservation) {
        written.put(reservation.id(), reservation);
        return reservation;
    }

    /// Gives back what a reservation still holds.
    void giveBack(Reservation reservation) {
        for (var line : reservation.lines()) {
            book.release(line.sku(), line.location(), line.quantity(), reservation.id());
        }
    }

    /// Tells what the stock changes since the last call gave reason to.
    void tell(Tx tx) {
        StockSignals.publish(book, tx);
    }

    List<Reservation> added() {
        return written.values().stream().filter(r -> !stored.containsKey(r.id())).toList();
    }

    List<Reservation> changed() {
        return written.values().stream().filter(r -> stored.containsKey(r.id())).toList();
    }
}
