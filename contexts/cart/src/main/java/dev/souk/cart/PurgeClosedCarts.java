package dev.souk.cart;

import dev.souk.cart.db.IdleCarts;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;

/// Deletes what was closed long ago: expired and merged carts, and what is known of ordered ones.
final class PurgeClosedCarts {
    private final IdleCarts carts;
    private final Duration keep;

    PurgeClosedCarts(IdleCarts carts, Duration keep) {
        this.carts = carts;
        this.keep = keep;
    }

    int run(Tx tx) {
        var purged = carts.purge(tx, 500);
        if (purged == 0) {
            carts.forget(tx, tx.now().minus(keep));
        }
        return purged;
    }
}
