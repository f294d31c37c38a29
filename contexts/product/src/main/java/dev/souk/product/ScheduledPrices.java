package dev.souk.product;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Prices.Scheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts prices into force whose time has come.
final class ScheduledPrices {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPrices.class);

    private final Tables tables;
    private final Repricing repricing;

    ScheduledPrices(Tables tables) {
        this.tables = tables;
        this.repricing = new Repricing(tables);
    }

    int run(Tx tx) {
        var due = tables.prices().due(tx);
        for (var scheduled : due) {
            tables.prices().done(tx, scheduled.id(), applied(tx, scheduled));
        }
        return due.size();
    }

    /// A product that has been withdrawn meanwhile takes no price any more.
    private boolean applied(Tx tx, Scheduled s) {
        var wanted = new Repricing.Wanted(s.variantId(), s.price(), s.currency(), s.changedBy(), s.reason());
        return switch (Versions.lock(tables.products(), tx, s.productId(), null)
                .then(product -> repricing.apply(tx, product, wanted))) {
            case Outcome.Done<Long> _ -> true;
            case Outcome.Refused<Long>(var reason) -> {
                LOG.debug("scheduled price {} dropped: {}", s.id(), reason.code());
                yield false;
            }
        };
    }
}
