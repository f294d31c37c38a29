package dev.souk.payment.db;

import dev.souk.payment.domain.Effects;
import dev.souk.payment.domain.FraudCheck;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Posting;
import dev.souk.payment.domain.Refund;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// What one transaction changes: collected per payment while deciding, then written with one statement a table.
public final class Changes {
    private final Tx tx;
    private final Consumer<List<Call>> handOver;
    private final Map<UUID, Payment> saved = new LinkedHashMap<>();
    private final List<Collected> collected = new ArrayList<>();
    private final List<Calls.Finished> finished = new ArrayList<>();

    /// Of one transaction.
    ///
    /// @param handOver takes calls that are due at once, after the commit
    public Changes(Tx tx, Consumer<List<Call>> handOver) {
        this.tx = tx;
        this.handOver = handOver;
    }

    private record Queue(Payment payment, Operation operation, UUID subject, long amount, Duration in) {}

    private record Alarm(Payment payment, String kind, String detail) {}

    /// The effects of one message on one payment.
    public static final class Collected implements Effects {
        private final Payment payment;
        private final Tx because;
        private final List<Posting> postings = new ArrayList<>(2);
        private final List<Queue> calls = new ArrayList<>(1);
        private final List<Operation> withdrawn = new ArrayList<>(0);
        private final List<Refund> refunds = new ArrayList<>(0);
        private final List<FraudCheck> checks = new ArrayList<>(0);
        private final List<Alarm> alarms = new ArrayList<>(0);
        private final List<Runnable> facts = new ArrayList<>(2);

        private Collected(Payment payment, Tx because) {
            this.payment = payment;
            this.because = because;
        }

        @Override
        public Instant now() {
            return because.now();
        }

        @Override
        public void publish(Event event, long version) {
            facts.add(() -> because.publish(event, version));
        }

        @Override
        public void post(Posting posting) {
            postings.add(posting);
        }

        @Override
        public void call(Operation operation, UUID subject, long amount, Duration in) {
            calls.add(new Queue(payment, operation, subject, amount, in));
        }

        @Override
        public void withdraw(Operation operation) {
            withdrawn.add(operation);
            calls.removeIf(queued -> queued.operation() == operation);
        }

        @Override
        public void refund(Refund refund) {
            refunds.removeIf(earlier -> earlier.id().equals(refund.id()));
            refunds.add(refund);
        }

        @Override
        public void check(FraudCheck check) {
            checks.add(check);
        }

        @Override
        public void alarm(String kind, String detail) {
            alarms.add(new Alarm(payment, kind, detail));
        }
    }

    /// For a payment that is not stored yet: kept only when [#keep] is called.
    public static Collected draft(Payment payment, Tx because) {
        return new Collected(payment, because);
    }

    /// The payment was inserted as it is; what follows from that is written too.
    public void keep(Collected draft) {
        collected.add(draft);
    }

    /// For a payment that is stored and locked.
    public Effects on(Payment payment, Tx because) {
        var effects = new Collected(payment, because);
        saved.put(payment.id(), payment);
        collected.add(effects);
        return effects;
    }

    public void finished(Calls.Finished call) {
        finished.add(call);
    }

    public void write() {
        if (!saved.isEmpty()) {
            Payments.save(tx, List.copyOf(saved.values()));
        }
        if (!finished.isEmpty()) {
            Calls.finish(tx, finished);
        }
        write(all(c -> c.postings), postings -> Ledger.append(tx, postings));
        withdraw();
        write(all(c -> c.refunds), refunds -> Refunds.save(tx, lastOf(refunds)));
        write(all(c -> c.checks), checks -> Watching.check(tx, checks));
        for (var alarm : all(c -> c.alarms)) {
            Watching.alarm(tx, alarm.payment().id(), alarm.payment().terms().orderId(), alarm.kind(), alarm.detail());
        }
        queue(all(c -> c.calls));
        collected.forEach(c -> c.facts.forEach(Runnable::run));
    }

    private <T> List<T> all(java.util.function.Function<Collected, List<T>> part) {
        var all = new ArrayList<T>();
        collected.forEach(c -> all.addAll(part.apply(c)));
        return all;
    }

    private static <T> void write(List<T> rows, Consumer<List<T>> statement) {
        if (!rows.isEmpty()) {
            statement.accept(rows);
        }
    }

    private static List<Refund> lastOf(List<Refund> refunds) {
        var last = new LinkedHashMap<UUID, Refund>();
        refunds.forEach(refund -> last.put(refund.id(), refund));
        return List.copyOf(last.values());
    }

    private void withdraw() {
        var payments = new ArrayList<UUID>();
        var operations = new ArrayList<Operation>();
        for (var c : collected) {
            for (var operation : c.withdrawn) {
                payments.add(c.payment.id());
                operations.add(operation);
            }
        }
        if (!payments.isEmpty()) {
            Calls.withdraw(tx, payments, operations);
        }
    }

    private void queue(List<Queue> all) {
        if (all.isEmpty()) {
            return;
        }
        var last = new LinkedHashMap<String, Queue>();
        all.forEach(q -> last.put(q.payment().id() + ":" + q.operation() + ":" + q.subject(), q));
        var rows = new ArrayList<Calls.Queued>(last.size());
        var now = new ArrayList<Call>(last.size());
        for (var q : last.values()) {
            int round = q.operation() == Operation.CAPTURE ? q.payment().captureFailures() : 0;
            boolean atOnce = q.in().isZero();
            var due = tx.now().plus(atOnce ? Calls.LEASE : q.in());
            rows.add(new Calls.Queued(q.operation(), q.payment().id(), q.subject(), round, q.amount(), due));
            if (atOnce) {
                now.add(call(q, round));
            }
        }
        Calls.queue(tx, rows);
        if (!now.isEmpty()) {
            tx.afterCommit(() -> handOver.accept(now));
        }
    }

    private static Call call(Queue q, int round) {
        var terms = q.payment().terms();
        var request = new ProviderCall(
                q.operation(), q.payment().id(), q.subject(), round, q.amount(),
                java.util.Objects.requireNonNull(terms.currency()), terms.token(), q.payment().reference(),
                terms.orderId(), terms.returnUrl());
        return new Call(request, terms.customerId(), terms.country(), 0);
    }
}
