package dev.souk.platform.postgres.vault;

import dev.souk.platform.postgres.DatabaseException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/// Puts a new master key in the place of the old one: every personal key is wrapped again, in batches, while the
/// platform may be running; then the old key leaves the file, and nothing that it wrapped can be read any more, not even
/// from an old page of the database. Interrupted, it is simply begun again.
public final class Rotation {
    private static final int BATCH = 500;
    private static final long LOCK = 0x6b657973L;

    private final KeyTable table;
    private final MasterKeys masters;

    private Rotation(KeyTable table, MasterKeys masters) {
        this.table = table;
        this.masters = masters;
    }

    /// What was done.
    public record Done(long rewrapped, int forgotten) {}

    /// @param progress is told how many keys have been wrapped again
    public static Done run(VaultPlace place, Clock clock, LongConsumer progress) {
        var address = place.database();
        try (var alone = DriverManager.getConnection(address.url(), address.user(), address.password());
                var table = new KeyTable(address, clock, new SimpleMeterRegistry())) {
            requireAlone(alone);
            return new Rotation(table, KeyVault.masters(place, table)).run(progress);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /// Two at a time would write each other's new key out of the file. The session holds the lock until it is closed.
    private static void requireAlone(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new VaultException("the master key is being rotated already");
            }
        }
    }

    private Done run(LongConsumer progress) {
        int current = table.transaction(KeyTable::current);
        if (masters.primary() == current) {
            masters.add(); // on disk before anything depends on it
        }
        table.use(masters.primary());
        long all = 0;
        for (int some = batch(); some > 0; some = batch()) {
            all += some;
            progress.accept(all);
        }
        table.transaction(c -> {
            try (var statement = c.prepareStatement("delete from master_key where not current")) {
                return statement.executeUpdate();
            }
        });
        return new Done(all, masters.keepOnly(masters.primary()));
    }

    private int batch() {
        return table.transaction(c -> {
            var next = next(c);
            if (!next.isEmpty()) {
                write(c, next);
            }
            return next.size();
        });
    }

    private Map<UUID, byte[]> next(Connection c) throws SQLException, GeneralSecurityException {
        try (var statement = c.prepareStatement(
                """
                select subject_id, wrapped, master_id from subject_key
                where master_id in (select id from master_key where not current) limit ? for update
                """)) {
            statement.setInt(1, BATCH);
            var again = new LinkedHashMap<UUID, byte[]>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var subject = rows.getObject(1, UUID.class);
                    var key = DataKey.unwrapped(subject, rows.getBytes(2), masters.key(rows.getInt(3)));
                    again.put(subject, key.wrapped(masters.key(masters.primary())));
                }
            }
            return again;
        }
    }

    private void write(Connection c, Map<UUID, byte[]> wrapped) throws SQLException {
        try (var statement = c.prepareStatement(
                """
                update subject_key k set wrapped = n.wrapped, master_id = ?
                from unnest(?::uuid[], ?::bytea[]) as n (subject, wrapped) where k.subject_id = n.subject
                """)) {
            statement.setInt(1, masters.primary());
            statement.setArray(2, KeyTable.uuids(c, wrapped.keySet()));
            statement.setArray(3, c.createArrayOf("bytea", new ArrayList<>(wrapped.values()).toArray(new byte[0][])));
            statement.executeUpdate();
        }
    }
}
