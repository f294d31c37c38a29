package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One statement on an open connection.
final class JdbcSql implements Sql {
    private final Connection connection;
    private final String sql;
    private final List<@Nullable Object> params = new ArrayList<>();

    private record Array(String type, List<@Nullable Object> values) {
        Object[] typed() {
            return values.toArray(empty(type, values.size()));
        }
    }

    JdbcSql(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    @Override
    public Sql params(@Nullable Object... values) {
        for (var value : values) {
            params.add(value);
        }
        return this;
    }

    @Override
    public Sql array(String type, List<?> values) {
        return array(type, values, value -> value);
    }

    @Override
    public <T> Sql array(String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        var elements = new ArrayList<@Nullable Object>(rows.size());
        for (var row : rows) {
            elements.add(element(type, column.apply(row)));
        }
        params.add(new Array(type, elements));
        return this;
    }

    /// Typed, because the driver sends arrays of these types in binary form and all others as text.
    private static Object[] empty(String type, int size) {
        return switch (type) {
            case "bigint" -> new Long[size];
            case "int" -> new Integer[size];
            case "boolean" -> new Boolean[size];
            case "text", "uuid", "timestamptz" -> new String[size];
            default -> new Object[size];
        };
    }

    @SuppressWarnings("NullAway") // arrays may hold SQL nulls
    private static Object element(String type, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case Instant instant -> instant.toString();
            case Number number when type.equals("bigint") -> number.longValue();
            default -> value;
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }

    @Override
    public int update() {
        try (var statement = prepared()) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <T> List<T> list(Function<Row, T> map) {
        try (var statement = prepared();
                var rows = statement.executeQuery()) {
            var row = new JdbcRow(rows);
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(map.apply(row));
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <T> Optional<T> optional(Function<Row, T> map) {
        var all = list(map);
        if (all.size() > 1) {
            throw new IllegalStateException("more than one row: " + sql);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    @Override
    public <T> T one(Function<Row, T> map) {
        return optional(map).orElseThrow(() -> new IllegalStateException("no row: " + sql));
    }

    private PreparedStatement prepared() throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < params.size(); i++) {
            bind(statement, i + 1, params.get(i));
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case UUID id -> statement.setObject(index, id);
            case Instant instant -> statement.setTimestamp(index, timestamp(instant));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Array array -> statement.setArray(index, connection.createArrayOf(array.type(), array.typed()));
            default -> statement.setObject(index, value);
        }
    }
}
