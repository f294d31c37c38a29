package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.CheckoutRefusal;
import dev.souk.checkout.domain.Wish;
import dev.souk.contracts.checkout.ForceCompensation;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// The operator takes a checkout back, with the reason kept. What has ended already is not touched.
final class ForceCompensationHandler {
    private final Moves moves;
    private final Sagas sagas;

    ForceCompensationHandler(Moves moves, Sagas sagas) {
        this.moves = moves;
        this.sagas = sagas;
    }

    Outcome<Long> handle(ForceCompensation command, Tx tx) {
        var round = moves.round(tx, List.of(command.checkoutId()));
        var saga = round.saga(command.checkoutId());
        if (saga == null) {
            return Outcome.refused(new CheckoutRefusal.CheckoutNotFound(command.checkoutId()));
        }
        if (saga.version() != command.expectedVersion()) {
            return Outcome.refused(Refusal.stale(command.expectedVersion(), saga.version()));
        }
        if (saga.ended()) {
            return Outcome.refused(new CheckoutRefusal.CheckoutEnded());
        }
        return Wish.cancel(saga, tx.now()).then(next -> {
            round.turn(next, tx);
            round.finish();
            sagas.note(tx, command.checkoutId(), "COMPENSATE", command.note());
            return Outcome.done(next.saga().version());
        });
    }
}
