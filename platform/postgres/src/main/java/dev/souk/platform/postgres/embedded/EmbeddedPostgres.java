package dev.souk.platform.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server on 127.0.0.1 whose data directory is kept. A server that survived the death of its platform is
/// taken over; a server that dies is started again on the same port.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(15);

    private final Path directory;
    private final Path binaries;
    private final Path log;
    private final String password;
    private final Durability durability;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile ServerProcess.Found server;
    private volatile Runnable restarted = () -> {};

    /// Whether an acknowledged write survives a crash of the machine.
    public enum Durability {
        DURABLE,
        /// For tests only.
        FORGETFUL
    }

    private EmbeddedPostgres(Path directory, Path binaries, String password, Durability durability) {
        this.directory = directory;
        this.binaries = binaries;
        this.log = directory.resolve("postgres.log");
        this.password = password;
        this.durability = durability;
        this.server = new ServerProcess.Found(0, 0);
    }

    /// Starts the server of `directory`, made now if it is empty.
    public static EmbeddedPostgres start(Path directory, Durability durability) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var postgres = new EmbeddedPostgres(directory, Binaries.unpacked(), secret(directory), durability);
        if (!Files.exists(postgres.pgdata().resolve("PG_VERSION"))) {
            postgres.initialise();
        }
        postgres.startOrAdopt(0);
        Thread.ofVirtual().name("postgres-watch").start(postgres::watch);
        return postgres;
    }

    private static String secret(Path directory) throws IOException {
        var file = directory.resolve("secret");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private Path pgdata() {
        return directory.resolve("pgdata");
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void initialise() throws IOException, InterruptedException {
        var fresh = directory.resolve("pgdata.new");
        ServerProcess.run(log, List.of("rm", "-rf", fresh.toString()));
        ServerProcess.run(
                log,
                List.of(
                        program("initdb"), "-D", fresh.toString(), "-U", "postgres", "-A", "scram-sha-256",
                        "--pwfile=" + directory.resolve("secret"), "-E", "UTF8", "--locale=C",
                        durability == Durability.DURABLE ? "--data-checksums" : "--no-sync"));
        Files.writeString(fresh.resolve("postgresql.auto.conf"), Configuration.of(durability));
        Files.move(fresh, pgdata());
    }

    private void startOrAdopt(int port) throws IOException, InterruptedException {
        var found = ServerProcess.holding(pgdata());
        if (found.isPresent() && recovered(found.get())) {
            server = found.get();
            LOG.info("took over the running PostgreSQL on port {}", server.port());
            return;
        }
        launch(port == 0 ? freePort() : port);
    }

    /// Waits as long as that server lives: it may be repeating what its log has since a crash.
    private boolean recovered(ServerProcess.Found found) throws InterruptedException {
        var deadline = System.nanoTime() + RECOVERY_LIMIT.toNanos();
        while (ServerProcess.alive(found.pid()) && System.nanoTime() < deadline) {
            if (answers(found.port())) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private void launch(int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        Files.writeString(pgdata().resolve("postgresql.auto.conf"), Configuration.of(durability));
        while (true) {
            var command = new ArrayList<>(List.of(program("postgres"), "-D", pgdata().toString(), "-p", "" + port));
            if (serves(ServerProcess.serve(log, command), port)) {
                return;
            }
            if (System.nanoTime() >= deadline) {
                throw new IOException("PostgreSQL does not start: " + lastLine() + " (" + log + ")");
            }
            Thread.sleep(200);
        }
    }

    private boolean serves(Process process, int port) throws InterruptedException {
        var deadline = System.nanoTime() + RECOVERY_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var found = ServerProcess.holding(pgdata());
            if (found.isPresent() && found.get().port() == port && answers(port)) {
                server = found.get();
                return true;
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        return false;
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(log);
        return lines.isEmpty() ? "no message" : lines.getLast();
    }

    private boolean answers(int port) {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?loginTimeout=5", "postgres", password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void watch() {
        try {
            while (!stopping.get()) {
                Thread.sleep(500);
                if (!stopping.get() && !ServerProcess.alive(server.pid())) {
                    LOG.error("PostgreSQL has died; starting it again");
                    again();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again() throws InterruptedException {
        try {
            startOrAdopt(server.port());
            LOG.warn("PostgreSQL runs again");
            restarted.run();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be started again and will be tried again: {}", e.getMessage());
        }
    }

    public int port() {
        return server.port();
    }

    /// Where everything of this server is.
    public Path directory() {
        return directory;
    }

    /// Process id of the server, for measurements.
    public long pid() {
        return server.pid();
    }

    /// Called whenever a server that died has been replaced: its process id is another.
    public void whenRestarted(Runnable action) {
        restarted = action;
    }

    /// Password of the role `postgres`; also what the contexts' passwords are derived from.
    public String password() {
        return password;
    }

    /// Stops the server after its sessions were ended; the data stays.
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        try {
            var pid = server.pid();
            ServerProcess.signal(pid, "INT");
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (ServerProcess.alive(pid) && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be stopped: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
