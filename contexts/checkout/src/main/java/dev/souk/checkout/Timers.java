package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.Overdue;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;

/// What happens to checkouts because time passes. All times are rows, so a restart forgets none.
final class Timers {
    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LIMIT = 500;

    private final Moves moves;
    private final Sagas sagas;

    Timers(Moves moves, Sagas sagas) {
        this.moves = moves;
        this.sagas = sagas;
    }

    int due(Tx tx) {
        var round = moves.due(tx, LIMIT);
        if (round == null) {
            return 0;
        }
        round.turnDue(saga -> Overdue.on(saga, tx.now()));
        round.finish();
        return round.locked().size();
    }

    int purge(Tx tx) {
        return sagas.purge(tx, tx.now().minus(KEPT), LIMIT);
    }
}
