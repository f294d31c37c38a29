package dev.souk.platform.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// A statement or a connection failed.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /// The server is away, full or going down: the same work can succeed later, and nobody is to blame for it.
    public static boolean outage(Throwable thrown) {
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException) {
                return true;
            }
            if (t instanceof SQLException e
                    && (state(e).startsWith("08") || state(e).startsWith("57P") || state(e).startsWith("53"))) {
                return true;
            }
        }
        return false;
    }

    /// Two transactions were in each other's way: the same work can succeed at once.
    public static boolean conflict(Throwable thrown) {
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && (state(e).equals("40001") || state(e).equals("40P01"))) {
                return true;
            }
        }
        return false;
    }
}
