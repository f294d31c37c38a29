package dev.souk.payment;

import dev.souk.payment.db.Call;
import dev.souk.payment.db.Calls;
import dev.souk.payment.fraud.FraudGate;
import dev.souk.payment.fraud.FraudGate.Verdict;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the provider outside of any transaction: many at a time, and their answers applied together. Everything it
/// holds is also a row in `provider_call`, so that its death loses nothing.
final class ProviderWorker implements Wiring.Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorker.class);
    private static final int ROOM = 20_000;
    private static final int BATCH = 512;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final Duration DATABASE_BACK_WITHIN = Duration.ofMinutes(1);
    private static final Duration DATABASE_LOOK = Duration.ofMillis(250);

    private final PaymentProvider provider;
    private final FraudGate gate;
    private final Transactions transactions;
    private final Clock clock;
    private final int concurrency;
    private final Duration gather;
    private final AnswersApplied apply;
    private final Vault vault;
    private final LinkedBlockingDeque<Job> jobs = new LinkedBlockingDeque<>();
    private final LinkedBlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final List<Thread> callers = new ArrayList<>();
    private @Nullable Thread applier;

    /// A call with its answer.
    ///
    /// @param verdict of the fraud gate, when the provider agreed to an authorization
    /// @param last4 of the card, under its holder's key
    record Answered(
            Call call, ProviderAnswer answer, @Nullable Verdict verdict, @Nullable Sealed<String> last4) {}

    /// Applies answers in one transaction.
    @FunctionalInterface
    interface AnswersApplied {
        void apply(List<Answered> answers, Tx tx);
    }

    /// Work for a caller; null work is the end of it.
    private record Job(String key, @Nullable Runnable work) {}

    /// After this no answer will come.
    private static final Answered END = new Answered(
            new Call(
                    new ProviderCall(Operation.LOOK, new UUID(0, 0), new UUID(0, 0), 0, 0, "XXX", "", null, null, null),
                    null, null, 0),
            new ProviderAnswer.Unknown("end"),
            null,
            null);

    ProviderWorker(
            PaymentProvider provider,
            FraudGate gate,
            Transactions transactions,
            Clock clock,
            int concurrency,
            Duration gather,
            AnswersApplied apply,
            Vault vault) {
        this.provider = provider;
        this.gate = gate;
        this.transactions = transactions;
        this.clock = clock;
        this.concurrency = concurrency;
        this.gather = gather;
        this.apply = apply;
        this.vault = vault;
    }

    @Override
    public void start() {
        for (int i = 0; i < concurrency; i++) {
            callers.add(Thread.ofVirtual().name("provider-call-" + i).start(this::work));
        }
        applier = Thread.ofVirtual().name("provider-answers").start(this::applyAll);
    }

    @Override
    public void stop() {
        // Never by interrupt: a call or a transaction that is under way is to end by itself.
        callers.forEach(_ -> jobs.addFirst(new Job("", null)));
        var end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (var caller : callers) {
                caller.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            if (applier != null) {
                answers.add(END);
                applier.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many more calls may be handed over.
    int room() {
        return Math.max(0, ROOM - jobs.size());
    }

    /// After a commit. What is under way already is not done twice; what does not fit waits in its row.
    void submit(List<Call> calls) {
        for (var call : calls) {
            if (jobs.size() < ROOM && inFlight.add(call.key())) {
                jobs.add(new Job(call.key(), () -> answers.add(answered(call))));
            }
        }
    }

    /// Other work with the provider, once at a time for each key.
    void submit(String key, Runnable work) {
        if (inFlight.add(key)) {
            jobs.add(new Job(key, () -> {
                try {
                    work.run();
                } finally {
                    done(key);
                }
            }));
        }
    }

    private void work() {
        try {
            for (var job = jobs.take(); job.work() != null; job = jobs.take()) {
                try {
                    job.work().run();
                } catch (RuntimeException e) {
                    done(job.key()); // or its row would never be taken up again
                    LOG.warn("{} failed and will be tried again: {}", job.key(), e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answered answered(Call call) {
        var answer = asked(call);
        boolean agreed = answer instanceof ProviderAnswer.Authorized
                && (call.request().operation() == Operation.AUTHORIZE || call.request().operation() == Operation.LOOK);
        return new Answered(call, answer, agreed ? screened(call) : null, last4(call, answer));
    }

    /// Here and not where answers are stored: a key may have to be fetched, and many calls are under way at once.
    private @Nullable Sealed<String> last4(Call call, ProviderAnswer answer) {
        var holder = call.customerId();
        if (holder == null || !(answer instanceof ProviderAnswer.Authorized yes) || yes.last4() == null) {
            return null;
        }
        try {
            return vault.seal(holder, yes.last4());
        } catch (Vault.SubjectErased _) {
            return null; // the money is set aside all the same
        } catch (RuntimeException e) {
            LOG.warn("the card digits of {} cannot be sealed and are left out: {}", call.key(), e.toString());
            return null; // worth less than knowing that the money is set aside
        }
    }

    private ProviderAnswer asked(Call call) {
        try {
            return provider.call(call.request());
        } catch (RuntimeException e) {
            LOG.warn("asking the provider about {} failed", call.key(), e);
            return new ProviderAnswer.Unknown(e.getClass().getSimpleName());
        }
    }

    private Verdict screened(Call call) {
        var request = call.request();
        try {
            return gate.screen(new FraudGate.Screening(
                    request.paymentId(), call.customerId(), request.amount(), request.currency(), request.token(),
                    call.country(), clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("the fraud gate did not answer about {}", request.paymentId(), e);
            return new Verdict.Review(500, List.of("GATE_UNAVAILABLE"));
        }
    }

    private void applyAll() {
        try {
            transactions.write(Cause.system(UUID.randomUUID()), tx -> {
                Calls.reclaim(tx);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("calls of before the start wait for their time: {}", e.toString());
        }
        try {
            for (boolean more = true; more; ) {
                var batch = gathered(answers.take());
                more = !batch.remove(END);
                applyTogether(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits a moment for calls that are still under way, so that they share a transaction.
    private List<Answered> gathered(Answered first) throws InterruptedException {
        var batch = new ArrayList<Answered>();
        batch.add(first);
        answers.drainTo(batch, BATCH - 1);
        var end = System.nanoTime() + gather.toNanos();
        while (batch.size() < BATCH && batch.size() < inFlight.size()) {
            var next = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void applyTogether(List<Answered> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
        } catch (RuntimeException e) {
            LOG.warn("{} answers could not be applied together, trying them alone: {}", batch.size(), e.toString());
            awaitDatabase();
            batch.forEach(this::applyAlone);
        }
        batch.forEach(answered -> done(answered.call().key()));
    }

    /// An answer is not to be lost because the database is away for a moment: asking again would cost a minute.
    private void awaitDatabase() throws InterruptedException {
        var end = System.nanoTime() + DATABASE_BACK_WITHIN.toNanos();
        while (!reachable() && System.nanoTime() < end) {
            Thread.sleep(DATABASE_LOOK);
        }
    }

    private boolean reachable() {
        try {
            return transactions.read(tx -> tx.sql("select 1 as here").one(row -> row.integer("here")) == 1);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void applyAlone(Answered answered) {
        try {
            write(List.of(answered));
        } catch (RuntimeException e) {
            LOG.error("the answer to {} could not be applied; it will be asked for again", answered.call().key(), e);
        }
    }

    private void write(List<Answered> batch) {
        transactions.write(Cause.system(UUID.randomUUID()), tx -> {
            apply.apply(batch, tx);
            return true;
        });
    }

    private synchronized void done(String key) {
        inFlight.remove(key);
        if (inFlight.isEmpty()) {
            notifyAll();
        }
    }

    /// Waits until nothing is under way; answers false when that took too long.
    synchronized boolean awaitQuiet(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!inFlight.isEmpty()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
