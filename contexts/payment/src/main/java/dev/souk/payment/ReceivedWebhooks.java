package dev.souk.payment;

import dev.souk.contracts.payment.ReceiveProviderWebhook;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.ProviderEvents;
import dev.souk.payment.db.Watching;
import dev.souk.payment.domain.Authorization;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Webhooks are believed to say that something happened, never what: duplicates, any order and unknown types change
/// nothing, because the provider is asked and the state machine of the payment decides.
final class ReceivedWebhooks {
    private static final int AT_ONCE = 200;

    private final Authorization authorization;
    private final Consumer<List<Call>> handOver;

    ReceivedWebhooks(Authorization authorization, Consumer<List<Call>> handOver) {
        this.authorization = authorization;
        this.handOver = handOver;
    }

    /// Stores it and no more, so that the provider is answered at once.
    Outcome<Boolean> store(ReceiveProviderWebhook event, Tx tx) {
        return Outcome.done(ProviderEvents.store(tx, event));
    }

    /// The sweep that looks at what was stored.
    int look(Tx tx) {
        var waiting = ProviderEvents.claim(tx, AT_ONCE);
        if (waiting.isEmpty()) {
            return 0;
        }
        var ids = waiting.stream().map(ProviderEvents.Waiting::paymentId).filter(Objects::nonNull).toList();
        var payments = Payments.lock(tx, ids);
        var hurried = new HashSet<>(ProviderEvents.hurry(tx, payments.keySet()));
        var changes = new Changes(tx, handOver);
        for (var event : waiting) {
            var payment = event.paymentId() == null ? null : payments.get(event.paymentId());
            ProviderEvents.processed(tx, event, outcome(event, payment, hurried, changes, tx));
        }
        changes.write();
        return waiting.size();
    }

    private String outcome(
            ProviderEvents.Waiting event, @Nullable Payment payment, Set<UUID> hurried, Changes changes, Tx tx) {
        if (payment == null) {
            return "NOT_OURS";
        }
        if (event.type().contains("dispute")) {
            Watching.alarm(tx, payment.id(), payment.terms().orderId(), "DISPUTE", event.type());
            return "ALARM";
        }
        if (payment.status() == Status.ACTION_REQUIRED) {
            authorization.look(payment, changes.on(payment, tx));
            return "ASKED";
        }
        if (hurried.contains(payment.id())) {
            return "ASKED";
        }
        var known = payment.progress();
        if (more(event.capturedTotal(), known.captured()) || more(event.refundedTotal(), known.refunded())) {
            Watching.alarm(
                    tx, payment.id(), payment.terms().orderId(), "PROVIDER_AHEAD",
                    event.type() + ": captured " + event.capturedTotal() + ", refunded " + event.refundedTotal());
            return "ALARM";
        }
        return "NOTHING_NEW";
    }

    private static boolean more(@Nullable Long said, long known) {
        return said != null && said > known;
    }
}
