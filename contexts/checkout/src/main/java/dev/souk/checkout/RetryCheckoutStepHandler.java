package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.CheckoutRefusal;
import dev.souk.checkout.domain.Wish;
import dev.souk.contracts.checkout.RetryCheckoutStep;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// The operator's nudge, with the reason kept.
final class RetryCheckoutStepHandler {
    private final Moves moves;
    private final Sagas sagas;

    RetryCheckoutStepHandler(Moves moves, Sagas sagas) {
        this.moves = moves;
        this.sagas = sagas;
    }

    Outcome<Long> handle(RetryCheckoutStep command, Tx tx) {
        var round = moves.round(tx, List.of(command.checkoutId()));
        var saga = round.saga(command.checkoutId());
        if (saga == null) {
            return Outcome.refused(new CheckoutRefusal.CheckoutNotFound(command.checkoutId()));
        }
        if (saga.version() != command.expectedVersion()) {
            return Outcome.refused(Refusal.stale(command.expectedVersion(), saga.version()));
        }
        return Wish.retry(saga, tx.now()).then(next -> {
            round.turn(next, tx);
            round.finish();
            sagas.note(tx, command.checkoutId(), "RETRY", command.note());
            return Outcome.done(next.saga().version());
        });
    }
}
