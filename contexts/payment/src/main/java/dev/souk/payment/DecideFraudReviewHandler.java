package dev.souk.payment;

import dev.souk.contracts.payment.DecideFraudReview;
import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Watching;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// A person has looked. The order follows the decision: it goes on, or is cancelled and the money goes back.
final class DecideFraudReviewHandler {
    Outcome<UUID> handle(DecideFraudReview command, Tx tx) {
        var check = Watching.lockCheck(tx, command.fraudCheckId()).orElse(null);
        if (check == null || !check.reviewable()) {
            return Outcome.refused(Refusal.notFound("FRAUD_CHECK_NOT_FOUND", "There is no such review."));
        }
        if (command.decision().equals(check.decision())) {
            return Outcome.done(command.fraudCheckId());
        }
        if (check.decision() != null) {
            return Outcome.refused(Refusal.conflict("FRAUD_CHECK_DECIDED", "This review has been decided otherwise."));
        }
        var by = tx.cause().actor().id();
        Watching.decide(tx, command.fraudCheckId(), command.decision(), by, command.note());
        var payment = Payments.lock(tx, check.paymentId()).orElseThrow();
        var changes = new Changes(tx, _ -> {});
        payment.tell(
                new FraudReviewDecided(check.paymentId(), check.orderId(), command.decision(), by),
                changes.on(payment, tx));
        changes.write();
        return Outcome.done(command.fraudCheckId());
    }
}
