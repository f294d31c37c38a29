package dev.souk.payment;

import dev.souk.contracts.payment.PaymentRequested;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Calls;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.db.Watching;
import dev.souk.payment.domain.Authorization;
import dev.souk.payment.domain.Backoff;
import dev.souk.payment.domain.Capture;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Refund;
import dev.souk.payment.domain.Refunding;
import dev.souk.payment.domain.Release;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// What the provider said becomes what we know. Unknown results change nothing but the time of the next question.
final class ApplyAnswers implements ProviderWorker.AnswersApplied {
    private static final int ALARM_AFTER = 10;

    private final Authorization authorization;
    private final Consumer<List<Call>> handOver;
    private final Actor provider;

    ApplyAnswers(Authorization authorization, Consumer<List<Call>> handOver, String providerName) {
        this.authorization = authorization;
        this.handOver = handOver;
        this.provider = new Actor(Actor.Kind.PROVIDER, providerName);
    }

    @Override
    public void apply(List<ProviderWorker.Answered> answers, Tx tx) {
        var payments = Payments.lock(tx, answers.stream().map(a -> a.call().request().paymentId()).toList());
        var refunds = Refunds.all(
                tx,
                answers.stream()
                        .filter(a -> a.call().request().operation() == Operation.REFUND)
                        .map(a -> a.call().request().subject())
                        .toList());
        var changes = new Changes(tx, handOver);
        for (var answered : answers) {
            var payment = Objects.requireNonNull(payments.get(answered.call().request().paymentId()));
            if (answered.answer() instanceof ProviderAnswer.Unknown(var why)) {
                askAgain(answered.call(), why, changes, tx);
            } else {
                decide(answered, payment, refunds, changes, tx);
            }
        }
        changes.write();
    }

    private static void askAgain(Call call, String why, Changes changes, Tx tx) {
        int attempts = call.attempts() + 1;
        changes.finished(new Calls.Finished(
                call.request(), attempts, tx.now().plus(Backoff.after(attempts)), "UNKNOWN " + why));
        if (attempts == ALARM_AFTER) {
            Watching.alarm(
                    tx, call.request().paymentId(), call.request().orderId(), "NO_ANSWER",
                    call.request().operation() + " has no result after " + attempts + " attempts");
        }
    }

    private void decide(
            ProviderWorker.Answered answered, Payment payment, Map<UUID, Refund> refunds, Changes changes, Tx tx) {
        var request = answered.call().request();
        var answer = answered.answer();
        var effects = changes.on(payment, journey(tx, payment));
        switch (request.operation()) {
            case AUTHORIZE, LOOK -> authorization.answered(
                    payment, answer, answered.verdict(), answered.last4(), effects);
            case CAPTURE -> Capture.answered(payment, answer, request.amount(), effects);
            case VOID -> Release.answered(payment, (ProviderAnswer.Released) answer, effects);
            case REFUND -> Refunding.answered(
                    payment, Objects.requireNonNull(refunds.get(request.subject())), answer, effects);
        }
        changes.finished(new Calls.Finished(
                request, answered.call().attempts() + 1, null, answer.getClass().getSimpleName()));
    }

    /// What the provider says belongs to the journey in which it was asked.
    private Tx journey(Tx tx, Payment payment) {
        var terms = payment.terms();
        var asked = new PaymentRequested(
                payment.id(), Objects.requireNonNull(terms.orderId()), terms.customerId(), terms.amount(),
                Objects.requireNonNull(terms.currency()), terms.requestedAt());
        var cause = new Cause(terms.correlationId(), payment.id(), provider, null);
        return tx.because(new Received<>(
                asked,
                new Envelope(
                        payment.id(), "PaymentRequested", "1.0", "payment", null, asked.key(), 1, 0,
                        terms.requestedAt(), cause)));
    }
}
