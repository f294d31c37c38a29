package dev.souk.bench.check;

import dev.souk.bench.measure.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Administrator's sessions on the contexts' databases.
public final class Databases implements AutoCloseable {
    static final List<String> CONTEXTS =
            List.of("product", "inventory", "pricing", "promotion", "cart", "checkout", "payment", "order", "customer",
                    "identity", "notification");

    private static final int FETCHED = 5_000;

    private final Target target;
    private final Map<String, Connection> open = new HashMap<>();

    public Databases(Target target) {
        this.target = target;
    }

    @FunctionalInterface
    public interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    public interface Look {
        void at(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String context, String sql, Read<T> read) throws SQLException {
        var all = new ArrayList<T>();
        each(context, sql, row -> all.add(read.from(row)));
        return all;
    }

    /// Row by row: a shop that has sold for years does not fit into a checker's memory.
    public void each(String context, String sql, Look look) throws SQLException {
        var connection = connection(context);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    look.at(rows);
                }
            }
        }
        connection.commit();
    }

    /// Rows of a primary key and a number.
    Map<UUID, Long> numbers(String context, String sql) throws SQLException {
        var all = new HashMap<UUID, Long>();
        each(context, sql, row -> all.put(row.getObject(1, UUID.class), row.getLong(2)));
        return all;
    }

    public long number(String context, String sql) throws SQLException {
        return rows(context, sql, row -> row.getLong(1)).getFirst();
    }

    /// Rows of a query that ought to find nothing, each as one line of text.
    public List<String> violations(String context, String sql) throws SQLException {
        return rows(context, sql + " limit 100", row -> {
            var meta = row.getMetaData();
            var parts = new ArrayList<String>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                parts.add(meta.getColumnLabel(i) + "=" + row.getString(i));
            }
            return String.join(" ", parts);
        });
    }

    private Connection connection(String context) throws SQLException {
        var connection = open.get(context);
        if (connection == null || connection.isClosed()) {
            connection = target.database("souk_" + context);
            connection.setAutoCommit(false);
            open.put(context, connection);
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        for (var connection : open.values()) {
            connection.close();
        }
    }
}
