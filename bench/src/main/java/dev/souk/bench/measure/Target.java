package dev.souk.bench.measure;

import com.fasterxml.uuid.Generators;
import dev.souk.platform.postgres.Provision;
import dev.souk.platform.postgres.vault.KeyVault;
import dev.souk.platform.postgres.vault.VaultPlace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// A running platform, found through the `running.json` that it keeps in its data directory.
///
/// @param httpPort of the public API
/// @param pid of the platform
/// @param postgresPort of its embedded server
/// @param postgresPid of its embedded server
/// @param providerPort of the stand-in payment provider
public record Target(Path data, int httpPort, long pid, int postgresPort, long postgresPid, int providerPort) {
    /// @throws IOException with a sentence for the user when nothing runs there
    public static Target of(Path data) throws IOException {
        var file = data.resolve("running.json");
        if (!Files.exists(file)) {
            throw new IOException("no platform runs on " + data + " (start one with: souk up --data " + data + ")");
        }
        var facts = JsonMapper.shared().readTree(Files.readString(file));
        return new Target(
                data,
                URI.create(facts.path("api").asString()).getPort(),
                facts.path("pid").asLong(),
                facts.path("postgresPort").asInt(),
                facts.path("postgresPid").asLong(),
                URI.create(facts.path("provider").asString()).getPort());
    }

    /// The same, waiting for a platform that is away for a moment.
    ///
    /// @throws IOException when it stays away
    public static Target await(Path data, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return of(data);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /// An administrator's session on one database of the embedded server.
    public Connection database(String name) throws SQLException {
        try {
            var secret = Files.readString(data.resolve("postgres").resolve("secret")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + name, "postgres", secret);
        } catch (IOException e) {
            throw new SQLException("the server's secret cannot be read", e);
        }
    }

    /// The vault of the platform, as another of its processes would open it.
    public KeyVault vault() throws IOException {
        var secret = Files.readString(data.resolve("postgres").resolve("secret")).strip();
        var address = Provision.databases("127.0.0.1", postgresPort, secret, secret, List.of("vault")).get("vault");
        var place = new VaultPlace(Objects.requireNonNull(address), data.resolve("master-key.json"));
        return KeyVault.open(
                place, Clock.systemUTC(), new SimpleMeterRegistry(), Generators.timeBasedEpochGenerator()::generate);
    }

    /// Bytes of WAL written so far.
    public long walBytes() throws SQLException {
        try (var connection = database("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) {
            rows.next();
            return rows.getBigDecimal(1).longValue();
        }
    }
}
