package dev.souk.checkout;

import dev.souk.checkout.domain.CheckoutRefusal;
import dev.souk.checkout.domain.Wish;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.checkout.ResumePaymentAction;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// Lets Payment look at once how it went on the provider's page; its answer moves the checkout on.
final class ResumePaymentActionHandler {
    private final Moves moves;

    ResumePaymentActionHandler(Moves moves) {
        this.moves = moves;
    }

    Outcome<GetCheckoutStatus.Status> handle(ResumePaymentAction command, Tx tx) {
        var round = moves.round(tx, List.of(command.checkoutId()));
        var saga = round.saga(command.checkoutId());
        if (saga == null) {
            return Outcome.refused(new CheckoutRefusal.CheckoutNotFound(command.checkoutId()));
        }
        return Wish.resume(saga, command.actionResultRef()).then(next -> {
            round.turn(next, tx);
            round.finish();
            return Outcome.done(Statuses.of(next.saga()));
        });
    }
}
