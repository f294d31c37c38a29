package dev.souk.payment;

import dev.souk.contracts.payment.VoidPayment;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Release;
import dev.souk.payment.domain.Terms;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Gives the money back, whatever has become of the payment; of an unknown one it leaves a tombstone.
final class VoidPaymentHandler {
    private final Consumer<List<Call>> handOver;

    VoidPaymentHandler(Consumer<List<Call>> handOver) {
        this.handOver = handOver;
    }

    Outcome<UUID> handle(VoidPayment command, Tx tx) {
        var changes = new Changes(tx, handOver);
        var payment = Payments.lock(tx, command.paymentId());
        if (payment.isEmpty()) {
            payment = tombstone(command, changes, tx);
        }
        payment.ifPresent(known -> Release.release(
                known, Refunds.awaitingApproval(tx, known.id()), command.reason(), true, changes.on(known, tx)));
        changes.write();
        return Outcome.done(command.paymentId());
    }

    /// Empty when the tombstone could be set; otherwise the payment that came first.
    private static Optional<Payment> tombstone(VoidPayment command, Changes changes, Tx tx) {
        var payment = Payment.of(new Terms(
                command.paymentId(), null, command.checkoutId(), null, null, 0, null, "", null, null,
                tx.cause().correlationId(), tx.now()));
        var effects = Changes.draft(payment, tx);
        Release.beforeItsTime(payment, effects);
        if (Payments.insert(tx, List.of(payment)).isEmpty()) {
            return Payments.lock(tx, command.paymentId());
        }
        changes.keep(effects);
        return Optional.empty();
    }
}
