package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.ReadModel;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Rows;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A board that shows how often each bell has rung, made again from the bells' journal.
@NullUnmarked // fields are set before each test
class RebuildTest {
    @TempDir
    Path directory;

    EmbeddedPostgres server;
    Platform platform;
    final AtomicInteger forgotten = new AtomicInteger();

    @MessageType(name = "Chimed", version = "1.0", context = "tower")
    record Chimed(String key, int number) implements Event {}

    static final class Tower implements Context {
        @Override
        public String name() {
            return "tower";
        }

        @Override
        public void wire(Wiring on) {
            on.publishes(List.of(Chimed.class));
        }
    }

    final class Board implements Context {
        @Override
        public String name() {
            return "board";
        }

        @Override
        public void wire(Wiring on) {
            on.react(Chimed.class, (event, tx) -> count(event, tx))
                    .batch(List.of(Chimed.class), (batch, tx) -> fold(batch, tx))
                    .readModel(ReadModel.of("heard-chimes", List.of("chimes"), Set.of("seen"), List.of(Chimed.class), Board::fold)
                            .onExchange(forgotten::incrementAndGet));
        }

        private static void fold(List<Received<Message>> batch, Rows rows) {
            batch.forEach(one -> count((Chimed) one.message(), rows));
        }

        private static void count(Chimed event, Rows rows) {
            rows.sql("""
                    insert into chimes as c (key, times, last, seen) values (?, 1, ?, clock_timestamp())
                    on conflict (key) do update set times = c.times + 1, last = excluded.last, seen = excluded.seen""")
                    .params(event.key(), event.number())
                    .update();
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedPostgres.start(directory, EmbeddedPostgres.Durability.FORGETFUL);
        var databases = Provision.databases("127.0.0.1", server.port(), server.password(), "x", List.of("tower", "board"));
        platform = Platform.start(
                PlatformConfig.of(databases, Map.of()), List.of(new Tower(), new Board()), Clock.systemUTC(), new SimpleMeterRegistry());
        board("create table chimes (key text primary key, times int not null, last int not null, seen timestamptz not null)");
    }

    @AfterEach
    void stop() {
        platform.close();
        server.close();
    }

    void chime(String key, int number) {
        platform.contexts().getFirst().transactions().write(Cause.system(UUID.randomUUID()), tx -> {
            tx.publish(new Chimed(key, number), number);
            return true;
        });
    }

    void board(String sql) {
        platform.contexts().getLast().transactions().write(Cause.system(UUID.randomUUID()), tx -> tx.sql(sql).update());
    }

    long onBoard(String sql) {
        return platform.contexts().getLast().transactions().read(tx -> tx.sql(sql).one(row -> row.bigint("n")));
    }

    void awaitChimes(int count) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (onBoard("select coalesce(sum(times), 0) as n from chimes") < count) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    Comparison rebuild(boolean exchange) {
        return platform.rebuild("board", "heard-chimes", exchange, RebuildWatcher.NOBODY).orElseThrow();
    }

    @Test
    void what_is_made_again_is_what_was_there() throws Exception {
        for (int i = 1; i <= 1_300; i++) {
            chime("bell " + i % 50, i);
        }
        awaitChimes(1_300);

        var compared = rebuild(false);

        assertThat(compared.equal()).as(compared.toString()).isTrue();
        assertThat(compared.rows()).isEqualTo(50);
        assertThat(onBoard("select count(*) as n from pg_namespace where nspname like 'rebuild%'")).isZero();
        assertThat(forgotten).hasValue(0);
    }

    @Test
    void a_row_that_went_wrong_is_noticed_and_put_right() throws Exception {
        for (int i = 1; i <= 20; i++) {
            chime("bell " + i % 5, i);
        }
        awaitChimes(20);
        board("update chimes set times = 40 where key = 'bell 3'");
        board("delete from chimes where key = 'bell 4'");

        var compared = rebuild(true);

        assertThat(compared.equal()).isFalse();
        assertThat(compared.differing()).isEqualTo(3);
        assertThat(forgotten).hasValue(1);
        assertThat(rebuild(false).equal()).isTrue();
        chime("bell 3", 21);
        awaitChimes(21);
        assertThat(onBoard("select times as n from chimes where key = 'bell 3'")).isEqualTo(5);
    }

    @Test
    void bells_that_ring_meanwhile_are_in_both() throws Exception {
        var ringer = Thread.ofVirtual().start(() -> {
            for (int i = 1; i <= 1_500; i++) {
                chime("bell " + i % 7, i);
            }
        });
        for (int i = 0; ringer.isAlive() || i < 2; i++) {
            var compared = rebuild(i % 2 == 0);
            assertThat(compared.equal()).as(compared.toString()).isTrue();
        }
        awaitChimes(1_500);
        assertThat(rebuild(false).equal()).isTrue();
    }
}
