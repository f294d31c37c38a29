package dev.souk.checkout;

import dev.souk.checkout.domain.CheckoutRefusal;
import dev.souk.checkout.domain.Wish;
import dev.souk.contracts.checkout.CancelCheckout;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// Gives a checkout up, as long as the order has not been asked for.
final class CancelCheckoutHandler {
    private final Moves moves;

    CancelCheckoutHandler(Moves moves) {
        this.moves = moves;
    }

    Outcome<GetCheckoutStatus.Status> handle(CancelCheckout command, Tx tx) {
        var round = moves.round(tx, List.of(command.checkoutId()));
        var saga = round.saga(command.checkoutId());
        if (saga == null) {
            return Outcome.refused(new CheckoutRefusal.CheckoutNotFound(command.checkoutId()));
        }
        return Wish.cancel(saga, tx.now()).then(next -> {
            round.turn(next, tx);
            round.finish();
            return Outcome.done(Statuses.of(next.saga()));
        });
    }
}
