package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 16 writers; commits that come long after their positions were drawn; rollbacks after the append; kill -9 of the
/// platform, of the server, and of both. Nothing acknowledged is lost, nothing counts twice, order per key is kept.
@NullUnmarked // fields are set when the server starts
class JournalUnderFireTest {
    private static final int ROUNDS = 3;
    private static final String LATE_OR_NEVER =
            """
            create table counter (key text primary key, number bigint not null);
            insert into counter select 'key-' || n, 0 from generate_series(0, %d) as n;
            create function late_or_never() returns trigger language plpgsql as $$
            begin
                if random() < 0.1 then raise exception 'changed my mind after the append'; end if;
                if random() < 0.3 then perform pg_sleep(random() * 0.03); end if;
                return null;
            end $$;
            create constraint trigger late_or_never after update on counter
                deferrable initially deferred for each row execute function late_or_never();
            """.formatted(Ringers.KEYS - 1);

    @TempDir
    Path directory;

    EmbeddedPostgres server;
    DatabaseAddress bell;
    DatabaseAddress book;

    @Test
    void nothing_is_lost_nothing_counts_twice_and_order_per_key_is_kept() throws Exception {
        startServer();
        prepare();
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var ringers = ringers("write", round);
            Thread.sleep(3_000 + random.nextInt(1_500));
            var killServer = round != 0;
            if (round != 1) {
                ringers.destroyForcibly().waitFor();
            }
            if (killServer) {
                new ProcessBuilder("kill", "-9", Long.toString(server.pid())).start().waitFor();
                Thread.sleep(1_500);
            }
            ringers.destroyForcibly().waitFor();
        }
        var last = ringers("read", ROUNDS);
        awaitQuiet();
        last.destroyForcibly().waitFor();
        verify();
        server.close();
    }

    private void startServer() throws IOException, InterruptedException {
        server = EmbeddedPostgres.start(directory.resolve("server"), EmbeddedPostgres.Durability.DURABLE);
        var made = Provision.databases("127.0.0.1", server.port(), server.password(), "x", List.of("bell", "book"));
        bell = made.get("bell");
        book = made.get("book");
    }

    private void prepare() throws SQLException {
        execute(bell, LATE_OR_NEVER);
        execute(book, "create table heard (id bigint generated always as identity, key text, number bigint)");
    }

    private static void execute(DatabaseAddress at, String sql) throws SQLException {
        try (var connection = connect(at);
                var statement = connection.createStatement()) {
            // Flyway wants to meet an empty schema: the tables of the test live in a schema of their own
            statement.execute("create schema test; set search_path = test; " + sql);
            statement.execute("alter role current_user set search_path = public, test".replace("current_user", at.user()));
        }
    }

    private static Connection connect(DatabaseAddress at) throws SQLException {
        return DriverManager.getConnection(at.url(), at.user(), at.password());
    }

    private Process ringers(String mode, int seed) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"),
                        Ringers.class.getName(),
                        bell.url(), bell.user(), bell.password(), book.url(), book.user(), book.password(),
                        directory.resolve("acknowledged").toString(), mode, Integer.toString(seed)))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("ringers-" + seed + ".log").toFile())
                .start();
    }

    private void awaitQuiet() throws Exception {
        var file = directory.resolve("acknowledged.quiet");
        Files.deleteIfExists(file);
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(file) || !Files.readString(file).equals("true")) {
            assertThat(System.nanoTime()).as("deadline; see %s", directory).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private void verify() throws Exception {
        var counted = new HashMap<String, Long>();
        for (var row : rows(bell, "select key, number from counter")) {
            counted.put((String) row[0], (Long) row[1]);
        }
        var heard = new HashMap<String, List<Long>>();
        for (var row : rows(book, "select key, number from heard order by id")) {
            heard.computeIfAbsent((String) row[0], _ -> new ArrayList<>()).add((Long) row[1]);
        }
        long total = 0;
        for (var entry : counted.entrySet()) {
            var expected = new ArrayList<Long>();
            for (long n = 1; n <= entry.getValue(); n++) {
                expected.add(n);
            }
            assertThat(heard.getOrDefault(entry.getKey(), List.of())).as(entry.getKey()).isEqualTo(expected);
            total += entry.getValue();
        }
        assertThat(total).as("rings").isGreaterThan(500);
        verifyAcknowledged(counted);
    }

    private void verifyAcknowledged(Map<String, Long> counted) throws IOException {
        var lines = Files.readAllLines(directory.resolve("acknowledged"));
        assertThat(lines).hasSizeGreaterThan(500);
        for (var line : lines) {
            var keyAndNumber = line.split(" ", -1);
            if (keyAndNumber.length == 2 && counted.containsKey(keyAndNumber[0])) {
                assertThat(Long.parseLong(keyAndNumber[1])).as(line).isLessThanOrEqualTo(counted.get(keyAndNumber[0]));
            }
        }
    }

    private static List<Object[]> rows(DatabaseAddress at, String sql) throws SQLException {
        try (var connection = connect(at);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<Object[]>();
            while (rows.next()) {
                all.add(new Object[] {rows.getString(1), rows.getLong(2)});
            }
            return all;
        }
    }
}
