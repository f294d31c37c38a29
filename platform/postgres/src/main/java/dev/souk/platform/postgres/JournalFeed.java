package dev.souk.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one journal once for all its subscriptions in this process. What this process committed is handed over in
/// memory and taken as long as positions follow one another; the table is read at start, at a gap that lasts, and now
/// and then for what another process wrote.
final class JournalFeed {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final int LIMIT = 1_000;
    private static final long SAFETY_POLL_MILLIS = 5_000;
    private static final long GAP_POLL_MILLIS = 1;
    private static final long OUTAGE_MILLIS = 250;
    /// A missing row of this process arrives here with its commit; only one that was rolled back, or another process's,
    /// has to be looked for in the table.
    private static final long GAP_IN_MEMORY_NANOS = 50_000_000;
    private static final long GAP_IN_MEMORY_MILLIS = 10;
    private static final int MOST_HANDED_OVER = 50_000;

    private final ContextDatabase database;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Set<String> types = new TreeSet<>();
    private final Wake wake = new Wake();
    private final JournalReader reader;
    private volatile long position;
    private volatile boolean running = true;
    private volatile boolean idle;
    private final ConcurrentSkipListMap<Long, JournalEntry> handedOver = new ConcurrentSkipListMap<>();
    private long gapPolls;
    private long gapSince;
    private long tableReadAt;
    private final Throughput written = new Throughput();

    /// @param start a position below which nothing is open: the highest stored cursor of its subscribers
    JournalFeed(ContextDatabase database, long start) {
        this.database = database;
        this.reader = new JournalReader(database.context(), start);
        this.position = start;
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
        types.addAll(subscription.types());
    }

    /// This process has just committed these rows: as long as they follow what was taken, they need not be read.
    void offer(List<JournalEntry> entries) {
        for (var entry : entries) {
            handedOver.put(entry.envelope().position(), entry);
        }
        wake.signal();
    }

    long position() {
        return position;
    }

    /// Messages that came in the last minute.
    long lastMinute() {
        return written.lastMinute();
    }

    /// Nothing was left to read the last time it looked.
    boolean idle() {
        return idle;
    }

    Thread start() {
        return Thread.ofVirtual().name("journal-" + database.context()).start(this::run);
    }

    void stop() {
        running = false;
        wake.signal();
    }

    private void run() {
        while (running) {
            try (var connection = database.readingConnection()) {
                readOn(connection);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warn("journal of {} cannot be read, trying again: {}", database.context(), e.getMessage());
                    reader.forgetGap();
                    pause();
                }
            }
        }
    }

    private void readOn(Connection connection) throws InterruptedException {
        tableReadAt = 0;
        while (running) {
            if (takeHandedOver() == 0 && (!tableIsDue() || step(connection) == 0)) {
                idle = handedOver.isEmpty() && !reader.atGap();
                wake.await(pauseMillis());
                idle = false;
            }
        }
    }

    /// The table is read at start until nothing is left, at a gap that lasts, and now and then.
    private boolean tableIsDue() {
        if (!handedOver.isEmpty()) {
            return !waitingForOthers();
        }
        return reader.atGap() || System.nanoTime() - tableReadAt > SAFETY_POLL_MILLIS * 1_000_000 || tableReadAt == 0;
    }

    private int takeHandedOver() {
        var next = new ArrayList<JournalEntry>();
        for (var first = handedOver.firstEntry();
                first != null && first.getKey() <= position + next.size() + 1;
                first = handedOver.firstEntry()) {
            handedOver.remove(first.getKey());
            if (first.getKey() == position + next.size() + 1) {
                next.add(first.getValue());
            }
        }
        if (!next.isEmpty()) {
            reader.passed(position + next.size());
            handOut(next);
            gapSince = 0;
        }
        return next.size();
    }

    /// A row below what was handed over is missing: most likely its commit is on its way, so the first looks go to
    /// memory only.
    private boolean waitingForOthers() {
        if (gapSince == 0) {
            gapSince = System.nanoTime();
        }
        return System.nanoTime() - gapSince < GAP_IN_MEMORY_NANOS;
    }

    private long pauseMillis() {
        if (reader.atGap()) {
            return Math.min(GAP_POLL_MILLIS + gapPolls++ / 16, 50);
        }
        gapPolls = 0;
        return handedOver.isEmpty() ? SAFETY_POLL_MILLIS : GAP_IN_MEMORY_MILLIS;
    }

    /// Reads and hands out once; answers how many rows it took.
    private int step(Connection connection) {
        var entries = reader.next(connection, LIMIT, types);
        handOut(entries);
        if (handedOver.size() > MOST_HANDED_OVER) {
            handedOver.clear();
            tableReadAt = 0;
        } else if (entries.isEmpty()) {
            tableReadAt = System.nanoTime();
        } else {
            gapSince = 0;
        }
        return entries.size();
    }

    private void handOut(List<JournalEntry> entries) {
        position = reader.position();
        if (!entries.isEmpty()) {
            written.add(entries.size());
        }
        for (var subscription : subscriptions) {
            subscription.offer(entries, position);
        }
    }

    /// For a subscription that is behind: rows of `types` in `(after, upTo]`.
    List<JournalEntry> range(long after, long upTo, int limit, Collection<String> wanted) {
        try (var connection = database.readingConnection()) {
            return Journal.range(connection, database.context(), after, upTo, limit, wanted);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(OUTAGE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
