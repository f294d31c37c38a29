package dev.souk.payment;

import dev.souk.payment.db.Call;
import dev.souk.payment.db.Calls;
import dev.souk.payment.fraud.FraudGate;
import dev.souk.payment.fraud.FraudGate.Verdict;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.work.Crew;
import dev.souk.platform.work.UnderWay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the provider outside of any transaction: many at a time, and their answers applied together. Everything it
/// holds is also a row in `provider_call`, so that its death loses nothing.
final class ProviderWorker implements Wiring.Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorker.class);
    private static final int ROOM = 20_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final PaymentProvider provider;
    private final FraudGate gate;
    private final Clock clock;
    private final Vault vault;
    private final UnderWay<String> inFlight = new UnderWay<>();
    private final Crew<Job> callers;
    private final Applying applying;

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

    /// Work for a caller.
    private record Job(String key, Runnable work) {}

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
        this.clock = clock;
        this.vault = vault;
        this.callers = new Crew<>("provider-call", concurrency, this::work);
        this.applying = new Applying(transactions, apply, gather, inFlight);
    }

    @Override
    public void start() {
        callers.start();
        applying.start();
    }

    @Override
    public void stop() {
        callers.stop(STOP_WITHIN);
        applying.stop(STOP_WITHIN);
    }

    /// How many more calls may be handed over.
    int room() {
        return Math.max(0, ROOM - callers.waiting());
    }

    /// After a commit. What is under way already is not done twice; what does not fit waits in its row.
    void submit(List<Call> calls) {
        for (var call : calls) {
            if (callers.waiting() < ROOM && inFlight.begin(call.key())) {
                callers.add(new Job(call.key(), () -> applying.add(answered(call))));
            }
        }
    }

    /// Other work with the provider, once at a time for each key.
    void submit(String key, Runnable work) {
        if (inFlight.begin(key)) {
            callers.add(new Job(key, () -> {
                try {
                    work.run();
                } finally {
                    inFlight.done(List.of(key));
                }
            }));
        }
    }

    private void work(Job job) {
        try {
            job.work().run();
        } catch (RuntimeException e) {
            inFlight.done(List.of(job.key())); // or its row would never be taken up again
            LOG.warn("{} failed and will be tried again: {}", job.key(), e.toString());
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

    /// Waits until nothing is under way; answers false when that took too long.
    boolean awaitQuiet(Duration most) throws InterruptedException {
        return inFlight.awaitNone(most);
    }
}
