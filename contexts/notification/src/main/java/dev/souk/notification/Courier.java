package dev.souk.notification;

import dev.souk.notification.Preparation.Prepared;
import dev.souk.notification.channel.Carriers;
import dev.souk.notification.channel.Handover;
import dev.souk.notification.channel.Outgoing;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.db.Queued;
import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, outside of any transaction. Everything it holds is also a row with a time at which another one
/// takes it up, so that its death loses nothing; what was handed over and not written down goes out again with the
/// same Message-ID.
final class Courier implements Wiring.Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 25;
    private static final int ROOM = 5_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration DATABASE_LOOK = Duration.ofMillis(250);
    private static final Duration DATABASE_BACK_WITHIN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Preparation preparation;
    private final Carriers carriers;
    private final Results results;
    private final int concurrency;
    private final Duration gather;
    private final LinkedBlockingDeque<Parcel> parcels = new LinkedBlockingDeque<>();
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    /// Rows for a thread; none is the end of it.
    private record Parcel(List<Queued> rows) {
        static final Parcel END = new Parcel(List.of());
    }

    Courier(
            Transactions transactions, Preparation preparation, Carriers carriers, Results results, int concurrency,
            Duration gather) {
        this.transactions = transactions;
        this.preparation = preparation;
        this.carriers = carriers;
        this.results = results;
        this.concurrency = concurrency;
        this.gather = gather;
    }

    @Override
    public void start() {
        for (int i = 0; i < concurrency; i++) {
            threads.add(Thread.ofVirtual().name("courier-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        threads.forEach(_ -> parcels.addFirst(Parcel.END)); // never by interrupt: what is under way ends by itself
        var end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether so many may be handed over; what does not fit waits in its rows.
    boolean room(int rows) {
        return underWay.size() + rows <= ROOM;
    }

    /// After a commit.
    void submit(List<Queued> rows) {
        var fresh = rows.stream().filter(row -> underWay.add(row.id())).toList();
        for (int from = 0; from < fresh.size(); from += BATCH) {
            parcels.add(new Parcel(fresh.subList(from, Math.min(from + BATCH, fresh.size()))));
        }
    }

    /// Takes what is due: what waited, failed, or was left behind by a dead process.
    int claim(Tx tx) {
        if (!room(BATCH)) {
            return 0;
        }
        var rows = Notifications.claim(tx, BATCH);
        tx.afterCommit(() -> submit(rows));
        return rows.size();
    }

    private void work() {
        try {
            for (var parcel = parcels.take(); !parcel.rows().isEmpty(); parcel = parcels.take()) {
                var rows = gathered(parcel);
                for (int from = 0; from < rows.size(); from += BATCH) {
                    send(rows.subList(from, Math.min(from + BATCH, rows.size())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits a moment for company: nobody is in a hurry to be told, and a batch shares its statements.
    private List<Queued> gathered(Parcel first) throws InterruptedException {
        var rows = new ArrayList<>(first.rows());
        var end = System.nanoTime() + gather.toNanos();
        while (rows.size() < BATCH) {
            var next = parcels.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            if (next.rows().isEmpty()) {
                parcels.addFirst(next);
                break;
            }
            rows.addAll(next.rows());
        }
        return rows;
    }

    private void send(List<Queued> rows) {
        List<Prepared> prepared = List.of();
        try {
            prepared = preparation.prepare(rows);
            for (int from = 0; from < prepared.size(); from += AT_ONCE) {
                var some = prepared.subList(from, Math.min(from + AT_ONCE, prepared.size()));
                write(some, handed(some));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} notifications stay where they are and will be taken up again", rows.size(), e);
        } finally {
            preparation.over(prepared);
            done(rows);
        }
    }

    private Map<UUID, Handover> handed(List<Prepared> prepared) {
        var byChannel = new EnumMap<Channel, List<Outgoing>>(Channel.class);
        for (var one : prepared) {
            var message = one.message();
            if (message != null) {
                byChannel.computeIfAbsent(message.channel(), _ -> new ArrayList<>()).add(message);
            }
        }
        var answers = new HashMap<UUID, Handover>();
        byChannel.forEach((channel, messages) -> {
            var said = carriers.of(channel).hand(messages);
            for (int i = 0; i < messages.size(); i++) {
                answers.put(messages.get(i).id(), said.get(i));
            }
        });
        return answers;
    }

    /// What has left the house is to be on record, or it would leave again: a database that is away for a moment is
    /// waited for.
    private void write(List<Prepared> prepared, Map<UUID, Handover> answers) {
        var end = System.nanoTime() + DATABASE_BACK_WITHIN.toNanos();
        while (true) {
            try {
                var again = transactions.write(
                        Cause.system(UUID.randomUUID()), tx -> results.write(prepared, answers, tx));
                submit(again);
                return;
            } catch (RuntimeException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LOG.warn("results of {} notifications cannot be written yet: {}", prepared.size(), e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(DATABASE_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private synchronized void done(List<Queued> rows) {
        rows.forEach(row -> underWay.remove(row.id()));
        if (underWay.isEmpty()) {
            notifyAll();
        }
    }

    /// Waits until nothing is under way; answers false when that took too long.
    synchronized boolean awaitQuiet(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!underWay.isEmpty()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
