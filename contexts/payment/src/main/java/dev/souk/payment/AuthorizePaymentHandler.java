package dev.souk.payment;

import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.domain.Authorization;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Terms;
import dev.souk.payment.domain.TermsCheck;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// Stores the payment and has the provider asked after the commit. Always answers with an event, also when the terms
/// are impossible: the saga at the other end waits for one.
final class AuthorizePaymentHandler {
    private final Authorization authorization;
    private final Consumer<List<Call>> handOver;

    AuthorizePaymentHandler(Authorization authorization, Consumer<List<Call>> handOver) {
        this.authorization = authorization;
        this.handOver = handOver;
    }

    private record Wanted(AuthorizePayment command, Tx because) {}

    private record Draft(Payment payment, Changes.Collected effects) {}

    Outcome<UUID> handle(AuthorizePayment command, Tx tx) {
        all(List.of(new Wanted(command, tx)), tx);
        return Outcome.done(command.paymentId());
    }

    void handleBatch(List<Received<AuthorizePayment>> batch, Tx tx) {
        all(batch.stream().map(r -> new Wanted(r.message(), tx.because(r))).toList(), tx);
    }

    private void all(List<Wanted> wanted, Tx tx) {
        var drafts = new LinkedHashMap<UUID, Draft>();
        for (var one : wanted) {
            drafts.computeIfAbsent(one.command().paymentId(), _ -> draft(one));
        }
        var inserted = Payments.insert(tx, drafts.values().stream().map(Draft::payment).toList());
        drafts.keySet().retainAll(inserted);
        var changes = new Changes(tx, handOver);
        var repeats = new ArrayList<Wanted>();
        for (var one : wanted) {
            var draft = drafts.remove(one.command().paymentId());
            if (draft == null) {
                repeats.add(one);
            } else {
                changes.keep(draft.effects());
            }
        }
        answerAgain(repeats, changes, tx);
        changes.write();
    }

    private Draft draft(Wanted wanted) {
        var command = wanted.command();
        var problem = TermsCheck.problem(command.amount(), command.currency(), command.paymentMethodRef());
        boolean fine = problem == null;
        var payment = Payment.of(new Terms(
                command.paymentId(),
                command.orderId(),
                command.checkoutId(),
                command.cartId(),
                command.customerId(),
                fine ? command.amount() : 0,
                fine ? command.currency() : "XXX",
                // what is not a token may be a card number: never stored
                fine ? command.paymentMethodRef() : "",
                command.returnUrl(),
                command.country(),
                wanted.because().cause().correlationId(),
                wanted.because().now()));
        var effects = Changes.draft(payment, wanted.because());
        authorization.request(payment, problem, effects);
        return new Draft(payment, effects);
    }

    private void answerAgain(List<Wanted> repeats, Changes changes, Tx tx) {
        var known = Payments.lock(tx, repeats.stream().map(w -> w.command().paymentId()).toList());
        for (var repeat : repeats) {
            var command = repeat.command();
            var payment = Objects.requireNonNull(known.get(command.paymentId()));
            var effects = changes.on(payment, repeat.because());
            boolean same = payment.terms().amount() == command.amount()
                    && command.currency().equals(payment.terms().currency());
            if (!same && payment.terms().currency() != null) {
                effects.alarm("REPEATED_WITH_OTHER_TERMS", "asked for " + command.amount() + " " + command.currency());
            }
            authorization.again(payment, command.orderId(), command.checkoutId(), effects);
        }
    }
}
