package dev.souk.payment;

import dev.souk.payment.ProviderWorker.Answered;
import dev.souk.payment.ProviderWorker.AnswersApplied;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Calls;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.work.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies the provider's answers, those of one moment in one transaction.
final class Applying {
    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
    private static final int BATCH = 512;
    private static final Duration DATABASE_BACK_WITHIN = Duration.ofMinutes(1);
    private static final Duration DATABASE_LOOK = Duration.ofMillis(250);

    /// After this no answer will come.
    private static final Answered END = new Answered(
            new Call(
                    new ProviderCall(Operation.LOOK, new UUID(0, 0), new UUID(0, 0), 0, 0, "XXX", "", null, null, null),
                    null, null, 0),
            new ProviderAnswer.Unknown("end"),
            null,
            null);

    private final Transactions transactions;
    private final AnswersApplied apply;
    private final Duration gather;
    private final UnderWay<String> underWay;
    private final LinkedBlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;

    /// @param underWay the keys of the calls; they are done when their answers are applied
    Applying(Transactions transactions, AnswersApplied apply, Duration gather, UnderWay<String> underWay) {
        this.transactions = transactions;
        this.apply = apply;
        this.gather = gather;
        this.underWay = underWay;
    }

    void start() {
        thread = Thread.ofVirtual().name("provider-answers").start(this::run);
    }

    /// Applies what has been answered, if that does not take longer. Never by interrupt: a transaction ends by itself.
    void stop(Duration most) {
        var running = thread;
        if (running == null) {
            return;
        }
        answers.add(END);
        try {
            running.join(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void add(Answered answered) {
        answers.add(answered);
    }

    private void run() {
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
        while (batch.size() < BATCH && batch.size() < underWay.size()) {
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
        underWay.done(batch.stream().map(answered -> answered.call().key()).toList());
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
}
