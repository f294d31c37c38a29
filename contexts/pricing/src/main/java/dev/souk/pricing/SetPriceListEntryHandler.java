package dev.souk.pricing;

import dev.souk.contracts.pricing.PriceListChanged;
import dev.souk.contracts.pricing.SetPriceListEntry;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.PriceListEntries;
import dev.souk.pricing.domain.PriceLists;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Answers the version of the list's sku; 0 when nothing changed.
final class SetPriceListEntryHandler {
    private final PriceListEntries entries;

    SetPriceListEntryHandler(PriceListEntries entries) {
        this.entries = entries;
    }

    Outcome<Long> handle(SetPriceListEntry command, Tx tx) {
        var from = stored(command.from());
        var price = command.price();
        var entry = new PriceLists.Entry(
                command.priceListId(), command.sku(), price.amount(), price.currency(),
                from == null ? PriceListEntries.ALWAYS : from, stored(command.to()));
        var version = entries.save(tx, entry);
        if (version > 0) {
            tx.publish(
                    new PriceListChanged(command.priceListId(), command.sku(), price, command.from(), command.to()),
                    version);
        }
        return Outcome.done(version);
    }

    /// As precise as the database keeps it.
    private static @Nullable Instant stored(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
