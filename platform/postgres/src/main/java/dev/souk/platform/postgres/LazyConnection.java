package dev.souk.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A connection that is taken from its pool when the first statement needs it, so that work answered from memory costs
/// none.
final class LazyConnection implements AutoCloseable {
    private final DataSource pool;
    private @Nullable Connection connection;

    LazyConnection(DataSource pool) {
        this.pool = pool;
    }

    Connection get() {
        if (connection == null) {
            try {
                connection = pool.getConnection();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
        return connection;
    }

    void commit() {
        if (connection != null) {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
    }

    void rollback(Throwable because) {
        if (connection != null) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
    }
}
