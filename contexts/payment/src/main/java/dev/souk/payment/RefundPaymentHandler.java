package dev.souk.payment;

import dev.souk.contracts.payment.RefundPayment;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Refund;
import dev.souk.payment.domain.RefundLimits;
import dev.souk.payment.domain.Refunding;
import dev.souk.payment.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sets the amount aside under the payment's lock, so that all refunds together never exceed what was captured.
final class RefundPaymentHandler {
    private final RefundLimits limits;
    private final Consumer<List<Call>> handOver;

    RefundPaymentHandler(RefundLimits limits, Consumer<List<Call>> handOver) {
        this.limits = limits;
        this.handOver = handOver;
    }

    Outcome<UUID> handle(RefundPayment command, Tx tx) {
        var payment = Payments.lock(tx, command.paymentId()).orElse(null);
        if (payment == null) {
            return Outcome.refused(PaymentRefusal.unknown());
        }
        var earlier = Refunds.get(tx, command.refundId()).orElse(null);
        if (earlier != null) {
            return again(earlier, command);
        }
        var problem = problem(payment, command);
        if (problem != null) {
            return Outcome.refused(problem);
        }
        boolean waits = limits.needsSecondPerson(command.amount(), command.currency());
        var refund = new Refund(
                command.refundId(), payment.id(), command.amount(), command.currency(), command.reason(),
                waits ? Refund.State.AWAITING_APPROVAL : Refund.State.REQUESTED, command.returnId(),
                tx.cause().actor().id(), null, tx.now(), null);
        var changes = new Changes(tx, handOver);
        Refunding.request(payment, refund, changes.on(payment, tx));
        changes.write();
        return Outcome.done(refund.id());
    }

    private static Outcome<UUID> again(Refund earlier, RefundPayment command) {
        boolean same = earlier.paymentId().equals(command.paymentId()) && earlier.amount() == command.amount();
        return same
                ? Outcome.done(earlier.id())
                : Outcome.refused(Refusal.conflict("REFUND_EXISTS", "This refund id stands for another refund."));
    }

    private static @Nullable Refusal problem(Payment payment, RefundPayment command) {
        if (command.amount() <= 0) {
            return Refusal.invalid("AMOUNT_INVALID", "The amount must be positive.");
        }
        if (!command.currency().equals(payment.terms().currency())) {
            return Refusal.invalid("CURRENCY_MISMATCH", "The payment was made in another currency.");
        }
        if (payment.status() != Status.CAPTURED) {
            return Refusal.conflict("PAYMENT_NOT_CAPTURED", "Only captured money can be given back.");
        }
        return command.amount() > payment.refundable()
                ? new PaymentRefusal.RefundTooLarge(payment.refundable(), command.currency())
                : null;
    }
}
