package dev.souk.payment.domain;

import dev.souk.contracts.payment.FraudCheckFailed;
import dev.souk.contracts.payment.FraudCheckPassed;
import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRequested;
import dev.souk.contracts.payment.PaymentSucceeded;
import dev.souk.payment.fraud.FraudGate.Verdict;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first half of a payment: the provider sets the money aside, the fraud gate agrees.
public final class Authorization {
    private static final Duration FREE_FOR = Duration.ofDays(3_650);
    private static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    private final Duration actionWindow;
    private final Duration pollAfter;
    private final boolean publishPassed;

    /// With its windows of time.
    ///
    /// @param actionWindow how long the shopper may take on the provider's page
    /// @param pollAfter when the provider is asked although it said nothing
    public Authorization(Duration actionWindow, Duration pollAfter, boolean publishPassed) {
        this.actionWindow = actionWindow;
        this.pollAfter = pollAfter;
        this.publishPassed = publishPassed;
    }

    /// A new payment. `problem` is what is wrong with its terms, if anything.
    public void request(Payment payment, @Nullable String problem, Effects effects) {
        var terms = payment.terms();
        payment.publish(
                effects,
                new PaymentRequested(
                        payment.id(), payment.orderId(), terms.customerId(), terms.amount(), payment.currency(),
                        effects.now()));
        if (problem != null) {
            payment.fail(effects, Reason.PROCESSING_ERROR, problem);
        } else if (terms.amount() == 0) {
            agree(payment, new ProviderAnswer.Authorized("none", "NONE", null, null, effects.now().plus(FREE_FOR)), effects);
        } else {
            effects.call(Operation.AUTHORIZE, payment.id(), terms.amount(), Duration.ZERO);
        }
    }

    /// The same payment was asked for again: the same answer again, or none while there is none.
    public void again(Payment payment, @Nullable UUID orderId, @Nullable UUID checkoutId, Effects effects) {
        switch (payment.status) {
            case REQUESTED -> {}
            case ACTION_REQUIRED -> sayActionRequired(payment, effects);
            case AUTHORIZED, CAPTURED -> sayAuthorized(payment, effects);
            case FAILED -> payment.sayFailed(effects);
            case VOID_PENDING, VOIDED -> payment.publish(
                    effects,
                    new PaymentFailed(
                            payment.id(),
                            orderId == null ? payment.orderId() : orderId,
                            Reason.PROCESSING_ERROR.name(),
                            effects.now(),
                            "AUTHORIZE",
                            false,
                            checkoutId,
                            "VOIDED"));
        }
    }

    /// The provider has said something about an authorization.
    ///
    /// @param verdict of the fraud gate when the provider agreed, otherwise null
    /// @param last4 of the card, under its holder's key
    public void answered(
            Payment payment,
            ProviderAnswer answer,
            @Nullable Verdict verdict,
            @Nullable Sealed<String> last4,
            Effects effects) {
        if (payment.status != Status.REQUESTED && payment.status != Status.ACTION_REQUIRED) {
            return;
        }
        switch (answer) {
            case ProviderAnswer.Authorized yes -> {
                payment.last4 = last4;
                judge(payment, yes, Objects.requireNonNull(verdict), effects);
            }
            case ProviderAnswer.ActionRequired required -> act(payment, required, effects);
            case ProviderAnswer.Declined no -> {
                payment.reference = no.reference();
                payment.fail(effects, no.reason(), no.detail());
            }
            case ProviderAnswer.Captured _, ProviderAnswer.Released _, ProviderAnswer.Refunded _, ProviderAnswer.Unknown _ ->
                throw new IllegalStateException("not an answer to an authorization: " + answer);
        }
    }

    private void judge(Payment payment, ProviderAnswer.Authorized yes, Verdict verdict, Effects effects) {
        payment.fraudScore = verdict.score();
        switch (verdict) {
            case Verdict.Passed passed -> {
                payment.fraudResult = "PASSED";
                agree(payment, yes, effects);
                if (publishPassed) {
                    payment.publish(
                            effects,
                            new FraudCheckPassed(payment.id(), payment.orderId(), rate(passed.score()), effects.now()));
                }
            }
            case Verdict.Review review -> {
                payment.fraudResult = "REVIEW";
                var reviewBy = effects.now().plus(REVIEW_WITHIN);
                payment.publish(
                        effects,
                        new FraudCheckReviewRequired(
                                payment.id(), payment.orderId(), rate(review.score()), review.reasons(), reviewBy));
                effects.check(check(payment, "REVIEW", review.score(), review.reasons(), reviewBy, effects.now()));
                agree(payment, yes, effects);
            }
            case Verdict.Failed failed -> refuse(payment, yes, failed, effects);
        }
    }

    private static void refuse(Payment payment, ProviderAnswer.Authorized yes, Verdict.Failed failed, Effects effects) {
        payment.fraudResult = "FAILED";
        succeed(payment, yes, effects);
        payment.publish(
                effects,
                new FraudCheckFailed(
                        payment.id(), payment.orderId(), rate(failed.score()), failed.reason(), effects.now()));
        effects.check(check(payment, "FAILED", failed.score(), List.of(failed.reason()), null, effects.now()));
        payment.fail(effects, Reason.PROCESSING_ERROR, "FRAUD_REJECTED");
        effects.call(Operation.VOID, payment.id(), 0, Duration.ZERO);
    }

    private static FraudCheck check(
            Payment payment, String result, int score, List<String> reasons, @Nullable Instant reviewBy, Instant now) {
        return new FraudCheck(
                NameBasedId.of(payment.id(), "fraud-check"), payment.id(), payment.orderId(), result, score, reasons,
                reviewBy, now);
    }

    private static double rate(int thousandths) {
        return thousandths / 1_000.0;
    }

    private static void agree(Payment payment, ProviderAnswer.Authorized yes, Effects effects) {
        succeed(payment, yes, effects);
        payment.status = Status.AUTHORIZED;
        payment.authorizedAt = effects.now();
        sayAuthorized(payment, effects);
    }

    /// The provider's own fact; the ledger follows the provider.
    private static void succeed(Payment payment, ProviderAnswer.Authorized yes, Effects effects) {
        payment.reference = yes.reference();
        payment.brand = yes.brand();
        payment.expiresAt = yes.expiresAt();
        payment.authorized = payment.terms().amount();
        if (payment.clientRef != null) {
            effects.withdraw(Operation.LOOK);
        }
        payment.clientRef = null;
        payment.actionDue = null;
        payment.post(effects, Posting.Kind.AUTHORIZED, payment.id(), payment.authorized);
        payment.publish(
                effects,
                new PaymentSucceeded(
                        payment.id(), payment.orderId(), payment.authorized, payment.currency(), yes.reference(),
                        effects.now()));
    }

    private static void sayAuthorized(Payment payment, Effects effects) {
        var kind = payment.brand == null ? (payment.authorized == 0 ? "NONE" : "OTHER") : "CARD";
        payment.publish(
                effects,
                new PaymentAuthorized(
                        payment.id(),
                        payment.orderId(),
                        Objects.requireNonNull(payment.terms().checkoutId()),
                        payment.authorized,
                        payment.currency(),
                        NameBasedId.of(payment.id(), "authorization"),
                        String.valueOf(payment.reference),
                        new PaymentAuthorized.Method(kind, payment.brand, payment.last4),
                        Objects.requireNonNull(payment.expiresAt),
                        Objects.requireNonNull(payment.authorizedAt)));
    }

    private void act(Payment payment, ProviderAnswer.ActionRequired required, Effects effects) {
        if (payment.status == Status.ACTION_REQUIRED) {
            effects.call(Operation.LOOK, payment.id(), payment.terms().amount(), pollAfter);
            return;
        }
        payment.status = Status.ACTION_REQUIRED;
        payment.reference = required.reference();
        payment.clientRef = required.clientRef();
        payment.actionDue = effects.now().plus(actionWindow);
        effects.call(Operation.LOOK, payment.id(), payment.terms().amount(), pollAfter);
        sayActionRequired(payment, effects);
    }

    private static void sayActionRequired(Payment payment, Effects effects) {
        payment.publish(
                effects,
                new PaymentActionRequired(
                        payment.id(),
                        Objects.requireNonNull(payment.terms().checkoutId()),
                        "THREE_DS",
                        Objects.requireNonNull(payment.clientRef),
                        Objects.requireNonNull(payment.actionDue)));
    }

    /// The shopper is back, or a webhook says so: ask now.
    public void look(Payment payment, Effects effects) {
        if (payment.status == Status.ACTION_REQUIRED) {
            effects.call(Operation.LOOK, payment.id(), payment.terms().amount(), Duration.ZERO);
        }
    }

    /// The shopper took too long. Whatever they do on the provider's page from now on is undone.
    public void actionTimedOut(Payment payment, Effects effects) {
        if (payment.status == Status.ACTION_REQUIRED) {
            effects.withdraw(Operation.LOOK);
            payment.fail(effects, Reason.PROCESSING_ERROR, "ACTION_TIMEOUT");
            effects.call(Operation.VOID, payment.id(), 0, Duration.ZERO);
        }
    }
}
