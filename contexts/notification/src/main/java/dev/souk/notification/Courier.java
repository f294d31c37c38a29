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
import dev.souk.platform.work.Crew;
import dev.souk.platform.work.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final Duration gather;
    private final Crew<List<Queued>> crew;
    private final UnderWay<UUID> underWay = new UnderWay<>();

    Courier(
            Transactions transactions, Preparation preparation, Carriers carriers, Results results, int concurrency,
            Duration gather) {
        this.transactions = transactions;
        this.preparation = preparation;
        this.carriers = carriers;
        this.results = results;
        this.gather = gather;
        this.crew = new Crew<>("courier", concurrency, this::deliver);
    }

    @Override
    public void start() {
        crew.start();
    }

    @Override
    public void stop() {
        crew.stop(STOP_WITHIN);
    }

    /// Whether so many may be handed over; what does not fit waits in its rows.
    boolean room(int rows) {
        return underWay.size() + rows <= ROOM;
    }

    /// After a commit.
    void submit(List<Queued> rows) {
        var fresh = rows.stream().filter(row -> underWay.begin(row.id())).toList();
        for (int from = 0; from < fresh.size(); from += BATCH) {
            crew.add(fresh.subList(from, Math.min(from + BATCH, fresh.size())));
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

    private void deliver(List<Queued> first) {
        var rows = gathered(first);
        for (int from = 0; from < rows.size(); from += BATCH) {
            send(rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }

    /// Waits a moment for company: nobody is in a hurry to be told, and a batch shares its statements.
    private List<Queued> gathered(List<Queued> first) {
        var rows = new ArrayList<>(first);
        var end = System.nanoTime() + gather.toNanos();
        try {
            for (var more = Optional.of(List.<Queued>of()); more.isPresent() && rows.size() < BATCH; ) {
                more = crew.another(end - System.nanoTime());
                more.ifPresent(rows::addAll);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            underWay.done(rows.stream().map(Queued::id).toList());
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

    /// Waits until nothing is under way; answers false when that took too long.
    boolean awaitQuiet(Duration most) throws InterruptedException {
        return underWay.awaitNone(most);
    }
}
