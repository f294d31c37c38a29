package dev.souk.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one journal once for all its subscriptions in this process. Sleeps until a commit of its context wakes it; the
/// slow poll only catches what another process wrote.
final class JournalFeed {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final int LIMIT = 1_000;
    private static final long SAFETY_POLL_MILLIS = 5_000;
    private static final long GAP_POLL_MILLIS = 1;
    private static final long OUTAGE_MILLIS = 250;

    private final ContextDatabase database;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Set<String> types = new TreeSet<>();
    private final Wake wake = new Wake();
    private final JournalReader reader;
    private volatile long position;
    private volatile boolean running = true;
    private volatile boolean idle;
    private long gapPolls;

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

    void wake() {
        wake.signal();
    }

    long position() {
        return position;
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
        while (running) {
            if (step(connection) == 0) {
                idle = !reader.atGap();
                gapPolls = reader.atGap() ? gapPolls + 1 : 0;
                wake.await(reader.atGap() ? Math.min(GAP_POLL_MILLIS + gapPolls / 16, 50) : SAFETY_POLL_MILLIS);
                idle = false;
            }
        }
    }

    /// Reads and hands out once; answers how many rows it took.
    int step(Connection connection) {
        var entries = reader.next(connection, LIMIT, types);
        position = reader.position();
        for (var subscription : subscriptions) {
            subscription.offer(entries, position);
        }
        return entries.size();
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
