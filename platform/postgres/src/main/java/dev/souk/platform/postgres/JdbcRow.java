package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a result set.
final class JdbcRow implements Row {
    private final ResultSet rows;

    JdbcRow(ResultSet rows) {
        this.rows = rows;
    }

    private interface Read<T> {
        @Nullable T from(ResultSet rows) throws SQLException;
    }

    private static <T> @Nullable T read(ResultSet rows, Read<T> read) {
        try {
            return read.from(rows);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }

    @Override
    public String text(String column) {
        return present(column, textOrNull(column));
    }

    @Override
    public @Nullable String textOrNull(String column) {
        return read(rows, r -> r.getString(column));
    }

    @Override
    public UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    @Override
    public @Nullable UUID uuidOrNull(String column) {
        return read(rows, r -> r.getObject(column, UUID.class));
    }

    @Override
    public int integer(String column) {
        return present(column, integerOrNull(column));
    }

    @Override
    public @Nullable Integer integerOrNull(String column) {
        return read(rows, r -> {
            var value = r.getInt(column);
            return r.wasNull() ? null : value;
        });
    }

    @Override
    public long bigint(String column) {
        return present(column, bigintOrNull(column));
    }

    @Override
    public @Nullable Long bigintOrNull(String column) {
        return read(rows, r -> {
            var value = r.getLong(column);
            return r.wasNull() ? null : value;
        });
    }

    @Override
    public boolean bool(String column) {
        return present(column, read(rows, r -> {
            var value = r.getBoolean(column);
            return r.wasNull() ? null : value;
        }));
    }

    @Override
    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    @Override
    public @Nullable Instant instantOrNull(String column) {
        return read(rows, r -> {
            var value = r.getTimestamp(column);
            return value == null ? null : value.toInstant();
        });
    }

    @Override
    public BigDecimal decimal(String column) {
        return present(column, read(rows, r -> r.getBigDecimal(column)));
    }

    @Override
    public byte[] bytes(String column) {
        return present(column, read(rows, r -> r.getBytes(column)));
    }
}
