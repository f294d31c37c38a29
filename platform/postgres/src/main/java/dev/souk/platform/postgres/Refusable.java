package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import java.util.function.Function;

/// A transaction that keeps nothing of what is refused.
final class Refusable {
    private Refusable() {}

    static <R> Outcome<R> write(Transactions transactions, Cause cause, Function<Tx, Outcome<R>> work) {
        try {
            return transactions.write(cause, tx -> {
                var outcome = work.apply(tx);
                if (outcome instanceof Outcome.Refused<R> refused) {
                    throw new RolledBack(refused);
                }
                return outcome;
            });
        } catch (RolledBack e) {
            @SuppressWarnings("unchecked")
            var refused = (Outcome<R>) e.outcome;
            return refused;
        }
    }

    /// Used for control only, so it has no stack trace.
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome<?> outcome;

        RolledBack(Outcome<?> outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
