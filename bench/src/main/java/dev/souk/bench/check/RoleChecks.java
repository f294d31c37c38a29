package dev.souk.bench.check;

import dev.souk.bench.measure.Target;
import dev.souk.platform.postgres.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/// I20: every database role opens its own database and no other.
final class RoleChecks {
    private RoleChecks() {}

    static Finding onlyTheirOwn(Target target) throws IOException {
        var secret = Files.readString(target.data().resolve("postgres").resolve("secret")).strip();
        var owners = new ArrayList<>(Databases.CONTEXTS);
        owners.add("vault");
        var addresses = Provision.databases("127.0.0.1", target.postgresPort(), secret, secret, owners);
        var broken = new ArrayList<String>();
        for (var who : addresses.entrySet()) {
            for (var where : addresses.entrySet()) {
                boolean opens = opens(where.getValue().url(), who.getValue().user(), who.getValue().password());
                if (opens != who.getKey().equals(where.getKey())) {
                    broken.add("role of " + who.getKey() + (opens ? " opens " : " cannot open ") + where.getKey());
                }
            }
        }
        int size = addresses.size();
        return new Finding("I20", "%d roles x %d databases".formatted(size, size), broken);
    }

    private static boolean opens(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
