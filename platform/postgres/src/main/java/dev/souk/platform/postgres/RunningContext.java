package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One context at work in this process.
public final class RunningContext {
    private final Wired wired;
    private final ContextDatabase database;
    private final Handling handling;
    private final Consumer consumer;
    private final Sweeps sweeps;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable JournalFeed feed;

    RunningContext(Wired wired, ContextDatabase database, Handling handling, Consumer consumer) {
        this.wired = wired;
        this.database = database;
        this.handling = handling;
        this.consumer = consumer;
        this.sweeps = new Sweeps(database, wired);
    }

    public String name() {
        return wired.context();
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(wired.routes);
    }

    public Transactions transactions() {
        return database;
    }

    /// Runs the handler of one of this context's commands in `tx`.
    public <R> Outcome<R> handle(Command<R> command, Tx tx) {
        return handling.command(command, tx);
    }

    /// The door plate, for tables of messages and their tests.
    public Wired plate() {
        return wired;
    }

    /// Messages that failed or wait behind one, newest first.
    public List<DeadLetter> deadLetters(int limit) {
        return database.read(tx -> Parked.letters(tx, limit));
    }

    /// Tries a failed message again from the first rung; answers whether there was such a message.
    public boolean replay(UUID messageId) {
        boolean found = database.write(
                Cause.system(messageId), tx -> Parked.replay(tx, messageId));
        consumer.alarm().signal();
        return found;
    }

    /// Rows of the audit log.
    ///
    /// @param before with `beforeId`, where the page before ended
    public List<AuditSearch.Found> audited(AuditSearch search, Instant before, long beforeId, int limit) {
        return database.read(tx -> search.in(tx, before, beforeId, limit));
    }

    /// Walks the whole chain of the audit log.
    public Audit.Verdict auditChain() {
        return database.read(Audit::verify);
    }

    /// One of them, with what it says.
    public Optional<ParkedMessage> deadLetter(UUID messageId) {
        return database.read(tx -> ParkedMessage.find(tx, messageId, wired::arriving));
    }

    /// Gives a failed message up for good; what waits behind it follows. Answers whether there was such a message.
    public boolean discard(UUID messageId, String reason, Cause cause, Audited audited) throws InterruptedException {
        return consumer.between(() -> database.write(cause, tx -> {
            var given = consumer.parked().discard(tx, messageId, reason);
            given.ifPresent(_ -> tx.audit(audited));
            return given.isPresent();
        }));
    }

    /// Lets the worker stand still, also after a restart, until it is resumed.
    public Pause pause(String reason, Cause cause, Audited audited) throws InterruptedException {
        return consumer.between(() -> database.write(cause, tx -> {
            tx.audit(audited);
            return consumer.pausing().begin(tx, reason);
        }));
    }

    /// Answers whether it stood still.
    public boolean resume(Cause cause, Audited audited) throws InterruptedException {
        return consumer.between(() -> database.write(cause, tx -> {
            tx.audit(audited);
            return consumer.pausing().end(tx);
        }));
    }

    public Optional<Pause> paused() {
        return consumer.pausing().now();
    }

    /// How many messages stand aside.
    public ParkedCount parked() {
        return database.read(ParkedCount::read);
    }

    /// From whom it hears.
    public List<Arrow> arrows() {
        return consumer.arrows();
    }

    /// Messages that it wrote in the last minute.
    public long lastMinute() {
        return feed == null ? 0 : feed.lastMinute();
    }

    /// What it looks for as time goes by.
    public List<SweepRun> sweeps() {
        return sweeps.runs();
    }

    /// Looks at those of its checks whose names are wanted.
    public List<Checked> check(Predicate<String> wanted) {
        return wired.checks.values().stream()
                .filter(check -> wanted.test(check.name()))
                .map(check -> Checked.run(database, check))
                .toList();
    }

    /// Names of what can be made again from the journals.
    public List<String> readModels() {
        return List.copyOf(wired.readModels.keySet());
    }

    Received<Message> received(JournalEntry entry) {
        return handling.received(entry);
    }

    /// Nothing waits in the journals that this context listens to.
    boolean quiet() {
        return consumer.quiet() && (feed == null || feed.idle());
    }

    Consumer consumer() {
        return consumer;
    }

    ContextDatabase database() {
        return database;
    }

    void feed(JournalFeed own) {
        feed = own;
        database.declare(wired.declared(), own::offer);
    }

    void start() {
        if (feed != null) {
            threads.add(feed.start());
        }
        threads.add(consumer.start());
        wired.workers.forEach(Wiring.Worker::start);
        sweeps.start();
    }

    void stop() {
        sweeps.stop();
        wired.workers.forEach(Wiring.Worker::stop);
        consumer.stop();
        if (feed != null) {
            feed.stop();
        }
        for (var thread : threads) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
