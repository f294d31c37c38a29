package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two small contexts that talk through their journals: a bell that rings and a book that counts.
@NullUnmarked // fields are set before each test
class PlatformTest {
    @TempDir
    static Path directory;

    static EmbeddedPostgres server;
    static int number;

    final AtomicBoolean poisoned = new AtomicBoolean(true);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Platform platform;
    String suffix;

    @MessageType(name = "Rang", version = "1.0", context = "bell")
    record Rang(String key, int number) implements Event {}

    @MessageType(name = "Note", version = "1.0", context = "book")
    record Note(String key, int number) implements Command<Integer> {}

    @MessageType(name = "Whisper", version = "1.0", context = "book")
    record Whisper(String key, Secret word) implements Confidential<Secret> {}

    static final class Bell implements Context {
        @Override
        public String name() {
            return "bell";
        }

        @Override
        public void wire(Wiring on) {
            on.publishes(List.of(Rang.class)).sends(List.of(Note.class, Whisper.class));
        }
    }

    final class Book implements Context {
        @Override
        public String name() {
            return "book";
        }

        @Override
        public void wire(Wiring on) {
            on.react(Rang.class, (event, tx) -> {
                        tx.sql("insert into heard (key, number) values (?, ?)")
                                .params(event.key(), event.number())
                                .update();
                        if (event.key().equals("poison") && poisoned.get()) {
                            throw new IllegalStateException("cannot bear it");
                        }
                        if (event.key().equals("abyss") && poisoned.get()) {
                            throw new StackOverflowError("no ground");
                        }
                    })
                    .handle(Whisper.class, (command, tx) -> {
                        tx.sql("insert into heard (key, number) values (?, ?)")
                                .params(command.key(), command.word().reveal().length())
                                .update();
                        return command.key().equals("unheard")
                                ? Outcome.refused(Refusal.conflict("UNHEARD", "It is too loud here."))
                                : Outcome.done(command.word());
                    })
                    .handle(Note.class, (command, tx) -> {
                        tx.sql("insert into heard (key, number) values (?, ?)")
                                .params(command.key(), command.number())
                                .update();
                        return Outcome.done(command.number());
                    });
        }
    }

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedPostgres.start(directory, EmbeddedPostgres.Durability.FORGETFUL);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        suffix = "_" + ++number;
        startPlatform();
    }

    void startPlatform() {
        var made = Provision.databases(
                "127.0.0.1", server.port(), server.password(), "x", List.of("bell" + suffix, "book" + suffix));
        var databases = Map.of("bell", made.get("bell" + suffix), "book", made.get("book" + suffix));
        platform = Platform.start(
                PlatformConfig.of(databases, Map.of()),
                List.of(new Bell(), new Book()),
                Clock.systemUTC(),
                meters);
        book().transactions().write(Cause.system(UUID.randomUUID()), tx -> tx.sql(
                        "create table if not exists heard (id bigint generated always as identity, key text, number int)")
                .update());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    RunningContext bell() {
        return platform.contexts().getFirst();
    }

    RunningContext book() {
        return platform.contexts().getLast();
    }

    void ring(String key, int number) {
        bell().transactions().write(Cause.system(UUID.randomUUID()), tx -> {
            tx.publish(new Rang(key, number), number);
            return true;
        });
    }

    List<Integer> heard(String key) {
        return book().transactions().read(tx -> tx.sql("select number from heard where key = ? order by id")
                .params(key)
                .list(row -> row.integer("number")));
    }

    static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    @Test
    void events_and_commands_arrive_once_and_in_order() throws Exception {
        for (int i = 1; i <= 50; i++) {
            ring("a", i);
        }
        bell().transactions().write(Cause.system(UUID.randomUUID()), tx -> {
            tx.send(UUID.randomUUID(), new Note("n", 7));
            return true;
        });
        await(() -> heard("a").size() == 50 && heard("n").size() == 1);
        assertThat(heard("a")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_time_from_commit_to_handled_is_taken_of_every_message() throws Exception {
        for (int i = 1; i <= 20; i++) {
            ring("timed", i);
        }
        await(() -> meters.get("souk.lag").tag("context", "book").timer().count() == 20);
    }

    @Test
    void a_restart_goes_on_where_it_stopped() throws Exception {
        ring("a", 1);
        await(() -> heard("a").size() == 1);
        platform.close();
        startPlatform();
        ring("a", 2);
        await(() -> heard("a").size() == 2);
        assertThat(heard("a")).containsExactly(1, 2);
    }

    @Test
    void a_poison_message_blocks_only_its_key_and_is_handled_when_it_can_be() throws Exception {
        ring("poison", 1);
        ring("poison", 2);
        for (int i = 1; i <= 20; i++) {
            ring("b", i);
        }
        await(() -> heard("b").size() == 20);
        assertThat(heard("poison")).isEmpty();
        await(() -> book().deadLetters(10).size() == 2);
        assertThat(book().deadLetters(10)).filteredOn(l -> l.attempts() > 0).singleElement()
                .satisfies(l -> assertThat(l.error()).contains("cannot bear it"));
        poisoned.set(false);
        await(() -> heard("poison").size() == 2);
        assertThat(heard("poison")).containsExactly(1, 2);
        await(() -> book().deadLetters(10).isEmpty());
    }

    @Test
    void a_handler_that_breaks_down_does_not_take_the_worker_with_it() throws Exception {
        ring("abyss", 1);
        await(() -> book().deadLetters(10).size() == 1);
        ring("d", 1);
        await(() -> heard("d").size() == 1);
        poisoned.set(false);
        await(() -> heard("abyss").size() == 1);
        await(() -> book().deadLetters(10).isEmpty());
    }

    @Test
    void a_transaction_that_fails_publishes_nothing() throws Exception {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> bell().transactions()
                        .write(Cause.system(UUID.randomUUID()), tx -> {
                            tx.publish(new Rang("never", 1), 1);
                            throw new IllegalStateException("changed my mind");
                        }))
                .hasMessage("changed my mind");
        ring("c", 1);
        await(() -> heard("c").size() == 1);
        assertThat(heard("never")).isEmpty();
    }

    @Test
    void a_call_is_handled_at_once_and_keeps_nothing_when_refused() {
        var cause = Cause.system(UUID.randomUUID());
        assertThat(platform.bus().call(new Whisper("called", new Secret("four")), cause))
                .isEqualTo(Outcome.done(new Secret("four")));
        assertThat(platform.bus().call(new Whisper("unheard", new Secret("four")), cause))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(heard("called")).containsExactly(4);
        assertThat(heard("unheard")).isEmpty();
    }

    @Test
    void a_secret_comes_into_no_journal_and_no_log() {
        var whisper = new Whisper("sent", new Secret("four"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> bell().transactions()
                        .write(Cause.system(UUID.randomUUID()), tx -> {
                            tx.send(UUID.randomUUID(), whisper);
                            return true;
                        }))
                .hasMessageContaining("must not stand in a journal");
        assertThat(whisper.toString()).doesNotContain("four");
    }

    @Test
    void undeclared_messages_are_refused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> book().transactions()
                        .write(Cause.system(UUID.randomUUID()), tx -> {
                            tx.publish(new Rang("x", 1), 1);
                            return true;
                        }))
                .hasMessageContaining("does not declare");
    }

    @Test
    void no_role_reaches_another_database_and_reading_cannot_write() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> book().transactions().read(tx -> tx.sql(
                                "insert into heard (key, number) values ('x', 1)")
                        .update()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("read-only");
        var made = Provision.databases(
                "127.0.0.1", server.port(), server.password(), "x", List.of("bell" + suffix, "book" + suffix));
        var mine = made.get("bell" + suffix);
        var theirs = made.get("book" + suffix);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> java.sql.DriverManager.getConnection(theirs.url(), mine.user(), mine.password()))
                .hasMessageContaining("permission denied");
    }
}
