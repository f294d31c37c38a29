package dev.souk.cart;

import dev.souk.contracts.cart.GetStartedCheckout;
import dev.souk.contracts.cart.GetStartedCheckout.Start;
import dev.souk.platform.messaging.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The checkouts that this process has started lately, for those who ask before the cart's message has arrived where
/// checkouts are followed. In memory: a table's index would cost every checkout, and only moments matter.
final class StartedCheckouts {
    private static final int MOST = 50_000;
    /// As long as a message of the process before this one may still be under way.
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Clock clock;
    private final Instant since;
    private final Map<UUID, Boolean> started = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST;
        }
    };

    StartedCheckouts(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /// By this transaction, if it commits.
    void add(Tx tx, UUID checkoutId) {
        tx.afterCommit(() -> {
            synchronized (started) {
                started.put(checkoutId, true);
            }
        });
    }

    Start answer(GetStartedCheckout query, Tx tx) {
        synchronized (started) {
            if (started.containsKey(query.checkoutId())) {
                return Start.STARTED;
            }
        }
        return clock.instant().isBefore(since.plus(YOUNG)) ? Start.UNCERTAIN : Start.UNKNOWN;
    }
}
