package dev.souk.payment.domain;

import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.platform.messaging.NameBasedId;
import java.time.Duration;
import java.util.List;

/// Letting go: the authorization is cancelled, or what was taken goes back.
public final class Release {
    private Release() {}

    /// A void is always answered: at once where nothing can be captured any more, otherwise when the provider has said
    /// what became of the capture that was under way.
    ///
    /// @param awaiting refunds that wait for approval; they are overtaken
    public static void release(Payment payment, List<Refund> awaiting, String reason, boolean answer, Effects effects) {
        switch (payment.status) {
            case REQUESTED, ACTION_REQUIRED, AUTHORIZED -> {
                if (payment.status == Status.AUTHORIZED && payment.authorized == 0) {
                    payment.status = Status.VOIDED;
                    payment.sayVoided(effects);
                } else {
                    cancel(payment, effects);
                }
            }
            case CAPTURED -> {
                giveBack(payment, awaiting, reason, effects);
                if (answer) {
                    payment.sayVoided(effects);
                }
            }
            case FAILED, VOIDED, VOID_PENDING -> {
                if (answer && !(payment.status == Status.VOID_PENDING && payment.captureRequested)) {
                    payment.sayVoided(effects);
                }
            }
        }
    }

    /// A void that came before its authorization: it will be refused when it comes.
    public static void beforeItsTime(Payment payment, Effects effects) {
        payment.status = Status.VOIDED;
        payment.sayVoided(effects);
    }

    private static void cancel(Payment payment, Effects effects) {
        payment.status = Status.VOID_PENDING;
        payment.actionDue = null;
        payment.clientRef = null;
        effects.withdraw(Operation.AUTHORIZE);
        effects.withdraw(Operation.LOOK);
        effects.withdraw(Operation.CAPTURE);
        effects.call(Operation.VOID, payment.id(), 0, Duration.ZERO);
        if (!payment.captureRequested) {
            payment.sayVoided(effects);
        }
    }

    private static void giveBack(Payment payment, List<Refund> awaiting, String reason, Effects effects) {
        for (var refund : awaiting) {
            Refunding.reject(payment, refund, "system", effects);
        }
        long rest = payment.refundable();
        if (rest > 0) {
            var refund = new Refund(
                    NameBasedId.of(payment.id(), "release:" + payment.version), payment.id(), rest, payment.currency(), reason,
                    Refund.State.REQUESTED, null, "system", null, effects.now(), null);
            Refunding.start(payment, refund, effects);
        }
    }

    /// The provider holds nothing any more.
    public static void answered(Payment payment, ProviderAnswer.Released released, Effects effects) {
        if (payment.status != Status.VOID_PENDING && payment.status != Status.FAILED) {
            return;
        }
        payment.reference = payment.reference == null ? released.reference() : payment.reference;
        if (payment.authorized == 0 && released.authorized() > 0) {
            payment.authorized = released.authorized();
            payment.post(effects, Posting.Kind.AUTHORIZED, payment.id(), payment.authorized);
        }
        if (released.captured() > 0) {
            takenAndReturned(payment, released, effects);
        } else {
            payment.post(effects, Posting.Kind.RELEASED, payment.id(), payment.authorized);
        }
        if (payment.status == Status.VOID_PENDING) {
            payment.status = Status.VOIDED;
            if (payment.captureRequested && released.captured() == 0) {
                payment.sayVoided(effects);
            }
        }
    }

    private static void takenAndReturned(Payment payment, ProviderAnswer.Released released, Effects effects) {
        var status = payment.status;
        Capture.take(payment, released.captured(), effects);
        payment.status = status;
        payment.refunded = released.refunded();
        var refundId = NameBasedId.of(payment.id(), "release");
        payment.post(effects, Posting.Kind.REFUND_REQUESTED, refundId, released.refunded());
        payment.post(effects, Posting.Kind.REFUND_PROCESSED, refundId, released.refunded());
        payment.publish(
                effects,
                new PaymentRefunded(
                        payment.id(), payment.orderId(), payment.terms().customerId(), refundId, released.refunded(),
                        payment.refunded, payment.currency(), "Released after capture", effects.now()));
    }
}
