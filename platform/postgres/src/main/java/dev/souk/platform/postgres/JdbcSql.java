package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
            elements.add(column.apply(row));
        }
        params.add(Binary.array(type, elements));
        return this;
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
            case Instant instant -> statement.setObject(index, Binary.of(instant));
            case Enum<?> constant -> statement.setString(index, constant.name());
            default -> statement.setObject(index, value);
        }
    }
}
