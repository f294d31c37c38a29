package dev.souk.platform.postgres.vault;

import com.google.crypto.tink.Aead;
import com.zaxxer.hikari.HikariDataSource;
import dev.souk.platform.postgres.DatabaseAddress;
import dev.souk.platform.postgres.DatabaseException;
import dev.souk.platform.postgres.Pools;
import dev.souk.platform.postgres.Schema;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The database of the wrapped keys.
final class KeyTable implements AutoCloseable {
    private final HikariDataSource pool;
    private final Clock clock;

    /// What is known of a person's key.
    sealed interface Found {
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody
        record Wrapped(byte[] bytes, int master) implements Found {}

        enum Destroyed implements Found {
            ONCE
        }
    }

    KeyTable(DatabaseAddress address, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        var config = Pools.config("vault", address, 4, meters);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.addDataSourceProperty("options", "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan");
        this.pool = new HikariDataSource(config);
        Schema.migrate(pool, address, List.of("db/vault"));
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, GeneralSecurityException;
    }

    <T> T transaction(Work<T> work) {
        try (var connection = pool.getConnection()) {
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable t) {
                connection.rollback();
                throw t;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    static VaultException unreadable(GeneralSecurityException e) {
        return new VaultException("a personal key cannot be unwrapped: the master key is another one, or the row was changed", e);
    }

    /// The master keys that rows may refer to.
    List<Integer> masters() {
        return transaction(c -> {
            try (var statement = c.prepareStatement("select id from master_key order by id");
                    var rows = statement.executeQuery()) {
                var ids = new ArrayList<Integer>();
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
                return ids;
            }
        });
    }

    /// The master key that wraps new keys; it stays so until the transaction ends.
    static int current(Connection c) throws SQLException {
        try (var statement = c.prepareStatement("select id from master_key where current for share");
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new VaultException("the vault names no master key");
            }
            return rows.getInt(1);
        }
    }

    /// From now on `id` wraps new keys.
    void use(int id) {
        transaction(c -> {
            try (var none = c.prepareStatement("update master_key set current = false where current and id <> ?");
                    var one = c.prepareStatement(
                            """
                            insert into master_key (id, current, since) values (?, true, ?)
                            on conflict (id) do update set current = true
                            """)) {
                none.setInt(1, id);
                none.executeUpdate();
                one.setInt(1, id);
                one.setTimestamp(2, now());
                return one.executeUpdate();
            }
        });
    }

    /// Adds keys that are not there yet; answers what is there then.
    Map<UUID, Found> insert(Connection c, Collection<DataKey> keys, int master, Aead wrap)
            throws SQLException, GeneralSecurityException {
        var subjects = new ArrayList<UUID>(keys.size());
        var wrapped = new ArrayList<byte[]>(keys.size());
        for (var key : keys) {
            subjects.add(key.subject());
            wrapped.add(key.wrapped(wrap));
        }
        try (var statement = c.prepareStatement(
                """
                insert into subject_key (subject_id, wrapped, master_id, created_at)
                select n.subject, n.wrapped, ?, ? from unnest(?::uuid[], ?::bytea[]) as n (subject, wrapped)
                on conflict (subject_id) do nothing
                """)) {
            statement.setInt(1, master);
            statement.setTimestamp(2, now());
            statement.setArray(3, uuids(c, subjects));
            statement.setArray(4, c.createArrayOf("bytea", wrapped.toArray(new byte[0][])));
            return statement.executeUpdate() == keys.size() ? Map.of() : find(c, subjects);
        }
    }

    Map<UUID, Found> find(Connection c, Collection<UUID> subjects) throws SQLException {
        try (var statement = c.prepareStatement(
                "select subject_id, wrapped, master_id from subject_key where subject_id = any(?)")) {
            statement.setArray(1, uuids(c, subjects));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<UUID, Found>();
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), found(rows));
                }
                return found;
            }
        }
    }

    private static Found found(ResultSet rows) throws SQLException {
        var wrapped = rows.getBytes(2);
        return wrapped == null ? Found.Destroyed.ONCE : new Found.Wrapped(wrapped, rows.getInt(3));
    }

    void destroy(UUID subject) {
        transaction(c -> {
            try (var statement = c.prepareStatement(
                    """
                    insert into subject_key as k (subject_id, created_at, destroyed_at) values (?, ?, ?)
                    on conflict (subject_id) do update
                        set wrapped = null, master_id = null, destroyed_at = excluded.destroyed_at
                        where k.destroyed_at is null
                    """)) {
                statement.setObject(1, subject);
                statement.setTimestamp(2, now());
                statement.setTimestamp(3, now());
                return statement.executeUpdate();
            }
        });
    }

    static Array uuids(Connection c, Collection<UUID> ids) throws SQLException {
        return c.createArrayOf("uuid", ids.toArray());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public void close() {
        pool.close();
    }
}
