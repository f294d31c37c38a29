package dev.souk.tests.architecture.broken.bazaar;

import java.sql.DriverManager;
import java.sql.SQLException;

/// Goes past the transaction it was given.
final class OpensDatabase {
    boolean reachable(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        }
    }
}
