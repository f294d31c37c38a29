package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one worker of a context for messages: takes what all journals have for it, handles it in one transaction, moves
/// its cursors in that transaction. What fails is tried alone, then parked.
final class Consumer {
    private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);
    private static final long RETRY_CHECK_MILLIS = 500;
    private static final long SAFETY_MILLIS = 5_000;
    private static final long OUTAGE_MILLIS = 250;
    /// A batch as large as this says that there is a crowd: then a short rest lets the next one be larger still, and the
    /// price of a transaction is shared by more. With little to do nothing rests.
    private static final int CROWD = 12;
    private static final long REST_MILLIS = 8;

    private final ContextDatabase database;
    private final Handling handling;
    private final MessageMeters meters;
    private final Clock clock;
    private final int batchSize;
    private final List<Listening> listening = new ArrayList<>();
    private final Cursors cursors = new Cursors();
    private final Parked parked = new Parked();
    private final Wake wake = new Wake();
    private final Errands errands = new Errands();
    private final Pausing pausing = new Pausing();
    private volatile boolean running = true;
    private volatile boolean busy;
    private boolean crowded;

    private record Batch(List<JournalEntry> entries, Map<String, Long> cursors) {}

    Consumer(ContextDatabase database, Handling handling, MessageMeters meters, Clock clock, int batchSize) {
        this.database = database;
        this.handling = handling;
        this.meters = meters;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /// Reads the stored cursors; before anything is listened to.
    void load(List<String> sources) {
        database.write(Cause.system(Ids.next()), tx -> {
            cursors.load(tx, sources);
            parked.load(tx);
            pausing.load(tx);
            return true;
        });
    }

    long cursor(String source) {
        return cursors.of(source);
    }

    void listen(Subscription subscription, JournalFeed feed) {
        listening.add(new Listening(subscription, feed));
        meters.watch(subscription, feed);
    }

    /// Runs `work` on the worker between two batches: what it knows of parked messages is its own.
    <T> T between(Supplier<T> work) throws InterruptedException {
        var errand = errands.add(work);
        wake.signal();
        return Errands.await(errand, database.context());
    }

    /// Whether it may go on to the next batch.
    Pausing pausing() {
        return pausing;
    }

    Parked parked() {
        return parked;
    }

    /// From whom it hears, and how it keeps up.
    List<Arrow> arrows() {
        var now = clock.instant();
        return listening.stream().map(one -> one.arrow(database.context(), meters, now)).toList();
    }

    /// Whether this message of that journal is for this context.
    boolean hears(Envelope message) {
        return (message.target() == null || message.target().equals(database.context()))
                && listening.stream().anyMatch(one -> one.subscription().source().equals(message.context())
                        && one.subscription().types().contains(message.type()));
    }

    /// What ends this worker's sleep.
    Wake alarm() {
        return wake;
    }

    Thread start() {
        return Thread.ofVirtual().name("consumer-" + database.context()).start(this::run);
    }

    void stop() {
        running = false;
        wake.signal();
    }

    /// Nothing is waiting and nothing is being handled.
    boolean quiet() {
        return !busy && listening.stream().allMatch(l -> l.subscription().caughtUp());
    }

    private void run() {
        while (running) {
            try {
                busy = true;
                errands.run();
                boolean worked = pausing.off() && step();
                if (crowded) {
                    Thread.sleep(REST_MILLIS);
                }
                busy = false;
                if (!worked) {
                    wake.await(parked.none() ? SAFETY_MILLIS : RETRY_CHECK_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                recover(e);
            }
        }
    }

    private void recover(RuntimeException e) {
        if (!running) {
            return;
        }
        LOG.warn("{} cannot handle messages, trying again: {}", database.context(), e.getMessage());
        try {
            Thread.sleep(OUTAGE_MILLIS);
            load(listening.stream().map(l -> l.subscription().source()).distinct().toList());
            listening.forEach(l -> l.subscription().rewind(cursors.of(l.subscription().source())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException again) {
            LOG.debug("{} still away: {}", database.context(), again.getMessage());
        }
    }

    /// Handles once what is there; answers whether there was anything.
    boolean step() {
        boolean retried = !parked.none() && retryOne();
        var batch = take();
        crowded = batch.entries().size() >= CROWD && batch.entries().size() < batchSize / 2;
        if (batch.entries().isEmpty()) {
            storeFarCursors(batch.cursors());
            return retried;
        }
        try {
            handle(batch);
        } catch (RuntimeException e) {
            if (DatabaseException.outage(e) || e instanceof Cursors.CursorMoved) {
                throw e;
            }
            LOG.warn("{}: batch of {} failed, handling one by one: {}", database.context(), batch.entries().size(), e.toString());
            alone(batch);
        }
        return true;
    }

    private Batch take() {
        var entries = new ArrayList<JournalEntry>();
        var positions = new HashMap<String, Long>();
        for (var from : listening) {
            var taken = from.subscription().take(batchSize - entries.size(), from.feed());
            entries.addAll(taken.entries());
            positions.put(from.subscription().source(), taken.cursor());
            if (entries.size() >= batchSize) {
                break;
            }
        }
        return new Batch(entries, positions);
    }

    private void storeFarCursors(Map<String, Long> positions) {
        boolean far = positions.entrySet().stream().anyMatch(e -> e.getValue() - cursors.of(e.getKey()) > 20_000);
        if (far) {
            store(positions);
        }
    }

    private void store(Map<String, Long> positions) {
        database.write(Cause.system(Ids.next()), tx -> {
            cursors.advance(tx, positions);
            return true;
        });
        cursors.stored(positions);
    }

    private void handle(Batch batch) {
        int refusals = database.write(Cause.system(Ids.next()), tx -> {
            var messages = new ArrayList<Received<Message>>(batch.entries().size());
            for (var entry : batch.entries()) {
                if (parked.blocks(entry)) {
                    parked.park(tx, entry, null);
                } else {
                    messages.add(handling.received(entry));
                }
            }
            int refused = handling.many(messages, tx);
            cursors.advance(tx, batch.cursors());
            return refused;
        });
        cursors.stored(batch.cursors());
        meters.batch(batch.entries(), refusals, clock.instant());
    }

    private void alone(Batch batch) {
        for (var entry : batch.entries()) {
            var to = Map.of(entry.envelope().context(), entry.envelope().position());
            try {
                database.write(Cause.system(Ids.next()), tx -> {
                    if (parked.blocks(entry)) {
                        parked.park(tx, entry, null);
                    } else {
                        handling.one(handling.received(entry), tx);
                    }
                    cursors.advance(tx, to);
                    return true;
                });
                meters.batch(List.of(entry), 0, clock.instant());
            } catch (RuntimeException e) {
                if (DatabaseException.outage(e) || e instanceof Cursors.CursorMoved) {
                    throw e;
                }
                putAside(entry, to, e);
            }
            cursors.stored(to);
        }
        store(batch.cursors());
    }

    private void putAside(JournalEntry entry, Map<String, Long> to, RuntimeException error) {
        LOG.warn("{}: {} {} failed, will be tried again", database.context(), entry.envelope().type(),
                entry.envelope().id(), error);
        database.write(Cause.system(Ids.next()), tx -> {
            parked.park(tx, entry, error.toString());
            cursors.advance(tx, to);
            return true;
        });
        meters.retried();
    }

    /// Tries the parked message that is due first; answers whether there was one.
    private boolean retryOne() {
        var next = database.write(Cause.system(Ids.next()), parked::nextDue);
        if (next.isEmpty()) {
            return false;
        }
        var due = next.get();
        var envelope = due.entry().envelope();
        try {
            database.write(Cause.system(Ids.next()), tx -> {
                var received = handling.received(due.entry());
                handling.one(received, tx);
                parked.done(tx, received);
                return true;
            });
        } catch (RuntimeException e) {
            if (DatabaseException.outage(e)) {
                throw e;
            }
            boolean dead = database.write(Cause.system(Ids.next()), tx -> parked.failed(tx, due, e.toString()));
            if (dead) {
                LOG.error("{}: {} {} is dead after {} tries", database.context(), envelope.type(), envelope.id(),
                        due.attempts() + 1, e);
                meters.dead();
            } else {
                meters.retried();
            }
        }
        return true;
    }
}
