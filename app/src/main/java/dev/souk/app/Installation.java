package dev.souk.app;

import dev.souk.platform.postgres.DatabaseAddress;
import dev.souk.platform.postgres.Provision;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The databases of a data directory, for the commands of those who keep it: with the server of the platform that runs
/// there, or with one of its own where none runs, which keeps a platform from starting meanwhile.
final class Installation implements AutoCloseable {
    private static final String PREFIX = "souk_";

    private final Path path;
    private final int port;
    private final String password;
    private final Deque<AutoCloseable> own;

    private Installation(Path path, int port, String password, Deque<AutoCloseable> own) {
        this.path = path;
        this.port = port;
        this.password = password;
        this.own = own;
    }

    static Installation of(Path directory) {
        if (!DataDirectory.used(directory)) {
            throw new StartException("nothing has run on " + directory.toAbsolutePath() + " yet");
        }
        var path = directory.toAbsolutePath().normalize();
        try {
            var free = DataDirectory.ifFree(path);
            return free == null ? running(path) : stopped(path, free);
        } catch (IOException e) {
            throw new StartException("the data directory " + path + " cannot be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted", e);
        }
    }

    private static Installation running(Path path) throws IOException {
        var facts = path.resolve("running.json");
        if (!Files.exists(facts)) {
            throw new StartException("the platform on " + path + " is just starting or stopping; try again in a moment");
        }
        var port = JsonMapper.shared().readTree(Files.readString(facts)).path("postgresPort").asInt();
        var password = Files.readString(path.resolve("postgres").resolve("secret")).strip();
        return new Installation(path, port, password, new ArrayDeque<>());
    }

    private static Installation stopped(Path path, DataDirectory lock) throws IOException, InterruptedException {
        var own = new ArrayDeque<AutoCloseable>();
        own.push(lock);
        try {
            var server = EmbeddedPostgres.start(path.resolve("postgres"), EmbeddedPostgres.Durability.DURABLE);
            own.push(server);
            return new Installation(path, server.port(), server.password(), own);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close(own);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /// Names of the databases: those of the contexts, and `vault`.
    List<String> databases() throws SQLException {
        try (var session = session("postgres");
                var statement = session.createStatement();
                var rows = statement.executeQuery(
                        "select datname from pg_database where datname like 'souk\\_%' order by datname")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1).substring(PREFIX.length()));
            }
            return names;
        }
    }

    /// An administrator's session.
    Connection open(String database) throws SQLException {
        return session(PREFIX + database);
    }

    private Connection session(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", password);
    }

    /// As the context itself opens it.
    DatabaseAddress address(String database) {
        return Objects.requireNonNull(
                Provision.databases("127.0.0.1", port, password, password, List.of(database)).get(database));
    }

    @Override
    public void close() {
        close(own);
    }

    private static void close(Deque<AutoCloseable> parts) {
        for (@Nullable AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("souk: while stopping: " + e.getMessage());
            }
        }
    }
}
