package dev.souk.payment;

import dev.souk.contracts.payment.DecideRefund;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.Refund;
import dev.souk.payment.domain.Refunding;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Four eyes: who decides is not who asked.
final class DecideRefundHandler {
    private final Consumer<List<Call>> handOver;

    DecideRefundHandler(Consumer<List<Call>> handOver) {
        this.handOver = handOver;
    }

    Outcome<UUID> handle(DecideRefund command, Tx tx) {
        var unlocked = Refunds.get(tx, command.refundId()).orElse(null);
        if (unlocked == null) {
            return Outcome.refused(Refusal.notFound("REFUND_NOT_FOUND", "There is no such refund."));
        }
        var payment = Payments.lock(tx, unlocked.paymentId()).orElseThrow();
        var refund = Refunds.get(tx, command.refundId()).orElseThrow();
        var by = tx.cause().actor().id();
        if (refund.state() != Refund.State.AWAITING_APPROVAL) {
            return Outcome.refused(Refusal.conflict("REFUND_DECIDED", "This refund does not wait for approval."));
        }
        if (refund.requestedBy().equals(by)) {
            return Outcome.refused(new PaymentRefusal.SecondPersonNeeded());
        }
        var changes = new Changes(tx, handOver);
        var effects = changes.on(payment, tx);
        if (command.approved()) {
            Refunding.approve(payment, refund, by, effects);
        } else {
            Refunding.reject(payment, refund, by, effects);
        }
        changes.write();
        return Outcome.done(refund.id());
    }
}
