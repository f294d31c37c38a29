package dev.souk.inventory;

import dev.souk.contracts.inventory.CheckAvailability;
import dev.souk.inventory.domain.Place;
import dev.souk.inventory.domain.StockBook;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Answers what could be held now, for carts and shop pages: advice, so a level may be as old as the setting allows.
/// Levels that this process changes are known at once.
final class Availability {
    private final Duration maxAge;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();

    /// @param version sum of the versions of the stock rows: it only grows
    private record Level(long sellable, long version, Instant at) {
        static Level newer(Level a, Level b) {
            if (a.version() != b.version()) {
                return a.version() > b.version() ? a : b;
            }
            return a.at().isAfter(b.at()) ? a : b;
        }
    }

    private record Read(String sku, Level level) {}

    Availability(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /// Remembers levels once the transaction that changed them has committed.
    void changed(StockBook book, Tx tx) {
        var changed = new ArrayList<Read>();
        for (var article : book.articles()) {
            if (article.places().stream().anyMatch(Place::changed)) {
                long version = article.places().stream().mapToLong(Place::version).sum();
                changed.add(new Read(article.sku(), new Level(book.sellable(article.sku()), version, tx.now())));
            }
        }
        if (!changed.isEmpty()) {
            tx.afterCommit(() -> changed.forEach(this::remember));
        }
    }

    /// Forgets levels whose meaning has changed without a movement.
    void forget(Collection<String> skus, Tx tx) {
        tx.afterCommit(() -> skus.forEach(levels::remove));
    }

    private void remember(Read read) {
        levels.merge(read.sku(), read.level(), Level::newer);
    }

    CheckAvailability.Answer answer(CheckAvailability query, Tx tx) {
        var missing = new LinkedHashSet<String>();
        for (var item : query.items()) {
            if (fresh(item.sku(), tx.now()) == null) {
                missing.add(item.sku());
            }
        }
        if (!missing.isEmpty()) {
            read(missing, tx).forEach(this::remember);
        }
        var asOf = tx.now();
        var items = new ArrayList<CheckAvailability.Availability>();
        for (var item : query.items()) {
            var level = fresh(item.sku(), tx.now());
            long sellable = level == null ? 0 : level.sellable();
            items.add(new CheckAvailability.Availability(
                    item.sku(), item.quantity() > 0 && sellable >= item.quantity(), sellable));
            asOf = level != null && level.at().isBefore(asOf) ? level.at() : asOf;
        }
        return new CheckAvailability.Answer(items, asOf);
    }

    private @Nullable Level fresh(String sku, Instant now) {
        var level = levels.get(sku);
        return level == null || level.at().plus(maxAge).isBefore(now) ? null : level;
    }

    private static List<Read> read(Collection<String> skus, Tx tx) {
        return tx.sql(
                        """
                        select a.sku, sum(s.version)::bigint as version,
                               case when a.sellable then sum(s.on_hand - s.reserved)::bigint else 0 end as sellable
                        from article a join stock_item s on s.sku = a.sku
                        where a.sku = any(?) group by a.sku
                        """)
                .array("text", List.copyOf(skus))
                .list(row -> new Read(
                        row.text("sku"), new Level(row.bigint("sellable"), row.bigint("version"), tx.now())));
    }
}
