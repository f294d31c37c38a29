package dev.souk.platform.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes one database and one role a context on a server where the platform is administrator. No role can reach another
/// context's database.
public final class Provision {
    private Provision() {}

    /// Creates what is missing and answers the addresses.
    ///
    /// @param secret from which the roles' passwords are derived; the same secret gives the same passwords
    public static Map<String, DatabaseAddress> databases(
            String host, int port, String adminPassword, String secret, List<String> contexts) {
        var addresses = new LinkedHashMap<String, DatabaseAddress>();
        var server = "jdbc:postgresql://" + host + ":" + port + "/";
        try (var admin = DriverManager.getConnection(server + "postgres", "postgres", adminPassword)) {
            for (var context : contexts) {
                var name = "souk_" + context;
                var password = password(secret, context);
                provide(admin, name, password);
                addresses.put(context, new DatabaseAddress(server + name, name, password));
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        return addresses;
    }

    private static void provide(Connection admin, String name, String password) throws SQLException {
        if (missing(admin, "select 1 from pg_roles where rolname = ?", name)) {
            run(admin, "create role " + name + " login password '" + password + "'");
        }
        if (missing(admin, "select 1 from pg_database where datname = ?", name)) {
            run(admin, "create database " + name + " owner " + name);
            run(admin, "revoke all on database " + name + " from public");
        }
    }

    private static boolean missing(Connection admin, String sql, String name) throws SQLException {
        try (var statement = admin.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void run(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String password(String secret, String context) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((secret + ":" + context).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 40);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
