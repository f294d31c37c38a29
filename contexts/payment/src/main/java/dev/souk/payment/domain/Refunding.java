package dev.souk.payment.domain;

import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.RefundProcessed;
import dev.souk.contracts.payment.RefundRequested;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import java.time.Duration;

/// Giving captured money back, in part or in full, never more than was captured.
public final class Refunding {
    private Refunding() {}

    /// A refund that needs a second person waits; its amount is set aside all the same.
    public static Refund request(Payment payment, Refund refund, Effects effects) {
        if (refund.state() == Refund.State.AWAITING_APPROVAL) {
            payment.refundPending += refund.amount();
            effects.refund(refund);
        } else {
            start(payment, refund, effects);
        }
        return refund;
    }

    static void start(Payment payment, Refund refund, Effects effects) {
        payment.refundPending += refund.amount();
        ask(payment, refund, effects);
    }

    private static void ask(Payment payment, Refund refund, Effects effects) {
        effects.refund(refund);
        payment.post(effects, Posting.Kind.REFUND_REQUESTED, refund.id(), refund.amount());
        effects.call(Operation.REFUND, refund.id(), refund.amount(), Duration.ZERO);
        payment.publish(
                effects,
                new RefundRequested(
                        refund.id(), payment.id(), payment.orderId(), refund.amount(), refund.currency(),
                        refund.reason(), effects.now()));
    }

    /// A second person agrees.
    public static void approve(Payment payment, Refund refund, String by, Effects effects) {
        ask(payment, refund.now(Refund.State.REQUESTED, by, null), effects);
    }

    public static void reject(Payment payment, Refund refund, String by, Effects effects) {
        payment.refundPending -= refund.amount();
        effects.refund(refund.now(Refund.State.REJECTED, by, null));
    }

    public static void answered(Payment payment, Refund refund, ProviderAnswer answer, Effects effects) {
        if (refund.state() != Refund.State.REQUESTED) {
            return;
        }
        payment.refundPending -= refund.amount();
        switch (answer) {
            case ProviderAnswer.Refunded _ -> done(payment, refund, effects);
            case ProviderAnswer.Declined no -> {
                effects.refund(refund.now(Refund.State.FAILED, null, null));
                payment.post(effects, Posting.Kind.REFUND_FAILED, refund.id(), refund.amount());
                effects.alarm("REFUND_FAILED", no.reason() + " " + no.detail());
                payment.publish(
                        effects, payment.failure("REFUND", no.reason().name(), no.detail(), false, effects.now()));
            }
            default -> throw new IllegalStateException("not an answer to a refund: " + answer);
        }
    }

    private static void done(Payment payment, Refund refund, Effects effects) {
        payment.refunded += refund.amount();
        effects.refund(refund.now(Refund.State.PROCESSED, null, effects.now()));
        payment.post(effects, Posting.Kind.REFUND_PROCESSED, refund.id(), refund.amount());
        payment.publish(
                effects,
                new RefundProcessed(refund.id(), payment.id(), refund.amount(), refund.currency(), effects.now()));
        payment.publish(
                effects,
                new PaymentRefunded(
                        payment.id(), payment.orderId(), payment.terms().customerId(), refund.id(), refund.amount(),
                        payment.refunded, refund.currency(), refund.reason(), effects.now()));
    }
}
