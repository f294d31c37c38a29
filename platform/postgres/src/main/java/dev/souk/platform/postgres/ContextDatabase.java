package dev.souk.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The database of one context: migrated, pooled, opened only through transactions. Reading has a pool of its own
/// whose sessions the server keeps from writing.
final class ContextDatabase implements Transactions, AutoCloseable {
    /// Index paths only: PostgreSQL does not know the length of an `unnest` array, and its generic plan for a batch can
    /// turn into a hash join over a whole table. One generic plan per statement, made once.
    private static final String PLANS = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
            + " -c jit=off -c plan_cache_mode=force_generic_plan";

    private static final int CONFLICT_RETRIES = 5;
    private static final Cause READER = Cause.system(new java.util.UUID(0, 0));

    private final String context;
    private final Clock clock;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private volatile Declared declared = Declared.NOTHING;
    private volatile Consumer<List<JournalEntry>> written = _ -> {};

    ContextDatabase(String context, DatabaseAddress address, int poolSize, Clock clock, MeterRegistry meters) {
        this.context = context;
        this.clock = clock;
        this.writing = pool(context, address, poolSize, false, meters);
        Schema.migrate(writing, address, List.of("db/platform", "db/" + context));
        this.reading = pool(context + "-read", address, Math.max(4, poolSize / 2), true, meters);
    }

    /// Before anything is written: what may be published, and whom to wake after a commit that published.
    void declare(Declared plate, Consumer<List<JournalEntry>> onWritten) {
        declared = plate;
        written = onWritten;
    }

    private static HikariDataSource pool(
            String name, DatabaseAddress address, int size, boolean readOnly, MeterRegistry meters) {
        var config = Pools.config(name, address, size, meters);
        config.setMinimumIdle(readOnly ? 0 : 1);
        config.setInitializationFailTimeout(readOnly ? -1 : Duration.ofSeconds(30).toMillis());
        config.setAutoCommit(readOnly);
        config.addDataSourceProperty("options", readOnly ? PLANS + " -c default_transaction_read_only=on" : PLANS);
        return new HikariDataSource(config);
    }

    @Override
    public <T> T write(Cause cause, Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(cause, work);
            } catch (RuntimeException e) {
                if (attempt >= CONFLICT_RETRIES || !DatabaseException.conflict(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T writeOnce(Cause cause, Function<Tx, T> work) {
        JdbcTx.Open open;
        T result;
        List<Long> positions;
        try (var lazy = new LazyConnection(writing)) {
            open = new JdbcTx.Open(lazy::get, clock.instant(), declared);
            try {
                result = work.apply(new JdbcTx(open, cause));
                positions = open.outgoing().isEmpty() ? List.of() : Journal.append(lazy.get(), open.outgoing());
                lazy.commit();
            } catch (StackOverflowError | LinkageError | AssertionError broken) {
                lazy.rollback(broken);
                throw new BrokenWork(broken);
            } catch (Throwable t) {
                lazy.rollback(t);
                throw t;
            }
        }
        if (!positions.isEmpty()) {
            written.accept(entries(open.outgoing(), positions));
        }
        open.afterCommit().forEach(Runnable::run);
        return result;
    }

    private static List<JournalEntry> entries(List<Journal.Outgoing> outgoing, List<Long> positions) {
        var entries = new ArrayList<JournalEntry>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            entries.add(JournalEntry.written(outgoing.get(i), positions.get(i)));
        }
        return entries;
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        try (var lazy = new LazyConnection(reading)) {
            var open = new JdbcTx.Open(lazy::get, clock.instant(), null);
            return work.apply(new JdbcTx(open, READER));
        }
    }

    /// A connection in auto-commit mode that can only read, for the journal reader.
    Connection readingConnection() throws SQLException {
        return reading.getConnection();
    }

    String context() {
        return context;
    }

    boolean reachable() {
        try (var connection = reading.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }

    /// The work is at fault and not the process: whoever asked for it goes on with other work.
    static final class BrokenWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenWork(Error error) {
            super(error.toString(), error);
        }
    }
}
