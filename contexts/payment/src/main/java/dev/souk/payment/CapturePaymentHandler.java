package dev.souk.payment;

import dev.souk.contracts.payment.CapturePayment;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.domain.Capture;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Finance takes authorized money by hand, for example after looking at a mismatch.
final class CapturePaymentHandler {
    private final Consumer<List<Call>> handOver;

    CapturePaymentHandler(Consumer<List<Call>> handOver) {
        this.handOver = handOver;
    }

    Outcome<UUID> handle(CapturePayment command, Tx tx) {
        var payment = Payments.lock(tx, command.paymentId()).orElse(null);
        if (payment == null) {
            return Outcome.refused(PaymentRefusal.unknown());
        }
        long amount = command.amount() == null ? payment.terms().amount() : command.amount();
        if (amount <= 0) {
            return Outcome.refused(Refusal.invalid("AMOUNT_INVALID", "The amount must be positive."));
        }
        if (!Capture.possible(payment, amount)) {
            return Outcome.refused(Refusal.conflict(
                    "CAPTURE_NOT_POSSIBLE", "Only an authorized payment can be captured, once, and not beyond its amount."));
        }
        var changes = new Changes(tx, handOver);
        Capture.start(payment, amount, changes.on(payment, tx));
        changes.write();
        return Outcome.done(payment.id());
    }
}
