package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Check;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.postgres.Passage.State;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators can see and do: a tower tells, an ear hears and chokes on some words.
@NullUnmarked // fields are set before each test
class OperatingTest {
    private static final Audited DEED = new Audited("TEST", "something", "OPERATOR", null, null);

    @TempDir
    static Path directory;

    static EmbeddedPostgres server;
    static int number;

    Platform platform;

    @MessageType(name = "Told", version = "1.0", context = "tower")
    record Told(String key, int number, Sealed<String> by, List<Inner> more) implements Event {
        record Inner(Sealed<String> to, String word) {}
    }

    static final class Tower implements Context {
        @Override
        public String name() {
            return "tower";
        }

        @Override
        public void wire(Wiring on) {
            on.publishes(List.of(Told.class));
        }
    }

    static final class Ear implements Context {
        @Override
        public String name() {
            return "ear";
        }

        @Override
        public void wire(Wiring on) {
            on.react(Told.class, (event, tx) -> {
                        if (event.key().startsWith("bad") && event.number() == 1) {
                            throw new IllegalStateException("cannot hear " + event.by().text());
                        }
                        tx.sql("insert into heard (key, number) values (?, ?)").params(event.key(), event.number()).update();
                    })
                    .checks(List.of(
                            new Check("positive", List.of("sum"), """
                                    select '' as unit, count(*) filter (where number < 0) as differing,
                                           min(key) filter (where number < 0) as example,
                                           coalesce(sum(number), 0)::bigint as sum from heard""")));
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
        number++;
        startPlatform();
        ear().transactions().write(Cause.system(UUID.randomUUID()), tx ->
                tx.sql("create table heard (id bigint generated always as identity, key text, number int)").update());
    }

    private void startPlatform() {
        var tower = "tower_" + number;
        var ear = "ear_" + number;
        var made = Provision.databases("127.0.0.1", server.port(), server.password(), "x", List.of(tower, ear));
        platform = Platform.start(
                PlatformConfig.of(Map.of("tower", made.get(tower), "ear", made.get(ear)), Map.of()),
                List.of(new Tower(), new Ear()), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private RunningContext tower() {
        return platform.contexts().getFirst();
    }

    private RunningContext ear() {
        return platform.contexts().getLast();
    }

    private UUID tell(String key, int number) {
        var journey = UUID.randomUUID();
        tower().transactions().write(Cause.system(journey), tx -> {
            var by = Sealed.<String>of(journey, "c2VjcmV0");
            tx.publish(new Told(key, number, by, List.of(new Told.Inner(by, "hello"))), number);
            return true;
        });
        return journey;
    }

    private List<Integer> heard(String key) {
        return ear().transactions().read(tx -> tx.sql("select number from heard where key = ? order by id")
                .params(key)
                .list(row -> row.integer("number")));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private static Cause operator() {
        return Cause.system(UUID.randomUUID());
    }

    @Test
    void a_paused_worker_stands_still_over_a_restart_until_it_is_resumed() throws Exception {
        ear().pause("stock is being counted", operator(), DEED);
        tell("a", 1);
        await(() -> ear().arrows().getFirst().behind() == 1);
        platform.close();
        startPlatform();
        assertThat(ear().paused()).get().extracting(Pause::reason).isEqualTo("stock is being counted");
        tell("a", 2);
        await(() -> ear().arrows().getFirst().behind() == 2);
        assertThat(heard("a")).isEmpty();

        assertThat(ear().resume(operator(), DEED)).isTrue();
        await(() -> heard("a").size() == 2);
        assertThat(heard("a")).containsExactly(1, 2);
        assertThat(ear().paused()).isEmpty();
        assertThat(ear().resume(operator(), DEED)).isFalse();
    }

    @Test
    void what_is_given_up_lets_those_behind_it_go_on_and_stays_on_record() throws Exception {
        var journey = tell("bad", 1);
        tell("bad", 2);
        await(() -> ear().deadLetters(10).size() == 2);
        var failed = ear().deadLetters(10).stream().filter(letter -> letter.attempts() > 0).findFirst().orElseThrow();
        assertThat(ear().discard(UUID.randomUUID(), "no such thing", operator(), DEED)).isFalse();

        assertThat(ear().discard(failed.id(), "meant for another ear", operator(), DEED)).isTrue();

        await(() -> heard("bad").size() == 1);
        assertThat(heard("bad")).containsExactly(2);
        await(() -> ear().deadLetters(10).isEmpty());
        tell("bad", 3);
        await(() -> heard("bad").size() == 2);
        assertThat(platform.journeys().follow(Set.of(journey.toString())).passages()).singleElement().satisfies(told ->
                assertThat(told.arrivals()).containsExactly(
                        new Passage.Arrival("ear", State.DISCARDED, 0, "meant for another ear")));
    }

    @Test
    void personal_values_of_a_message_that_stands_aside_are_masked() throws Exception {
        tell("bad", 1);
        await(() -> ear().deadLetters(10).size() == 1);
        var letter = ear().deadLetters(10).getFirst();
        assertThat(letter.error()).contains("cannot hear").doesNotContain("c2VjcmV0");
        var message = ear().deadLetter(letter.id()).orElseThrow();
        assertThat(message.payload()).contains("hello", "\u2022\u2022\u2022").doesNotContain("c2VjcmV0");
        assertThat(ear().deadLetter(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_member_in_clear_of_before_there_were_keys_is_masked_and_what_cannot_be_read_is_not_shown() {
        assertThat(MaskedJson.of(Told.class, "{\"key\":\"k\",\"by\":\"Ada\",\"more\":[{\"to\":{\"name\":\"Bob\"},\"word\":\"w\"}]}"))
                .hasValueSatisfying(json -> assertThat(json).contains("\"k\"", "\"w\"").doesNotContain("Ada", "Bob"));
        assertThat(MaskedJson.of(Told.class, "{\"key\":\"k\",\"by\":\"Ada")).isEmpty();
    }

    @Test
    void a_journey_is_found_by_what_it_is_about_and_by_its_own_id() throws Exception {
        var journey = tell("order-1", 1);
        tell("order-2", 1);
        tell("bad-order", 1);
        await(() -> heard("order-2").size() == 1 && ear().deadLetters(10).size() == 1);

        var byKey = platform.journeys().follow(Set.of("order-1"));
        var byJourney = platform.journeys().follow(Set.of(journey.toString()));

        assertThat(byKey).isEqualTo(byJourney);
        assertThat(byKey.complete()).isTrue();
        assertThat(byKey.passages()).singleElement().satisfies(told -> {
            assertThat(told.envelope().key()).isEqualTo("order-1");
            assertThat(told.arrivals()).containsExactly(new Passage.Arrival("ear", State.HANDLED, 0, null));
        });
        assertThat(platform.journeys().follow(Set.of("bad-order")).passages()).singleElement().satisfies(told ->
                assertThat(told.arrivals()).singleElement().satisfies(arrival -> {
                    assertThat(arrival.state()).isEqualTo(State.RETRYING);
                    assertThat(arrival.note()).contains("cannot hear").doesNotContain("c2VjcmV0");
                }));
        assertThat(platform.journeys().follow(Set.of("nothing")).passages()).isEmpty();
        var position = byKey.passages().getFirst().envelope().position();
        assertThat(platform.journeys().message("tower", position)).hasValueSatisfying(told ->
                assertThat(told.payload()).contains("order-1").doesNotContain("c2VjcmV0"));
        assertThat(platform.journeys().message("nowhere", position)).isEmpty();
    }

    @Test
    void the_search_for_a_journey_goes_through_its_filter() {
        for (int i = 0; i < 200; i++) {
            tell("many-" + i, 1);
        }
        for (var column : List.of("key", "actor_id", "correlation_id::text")) {
            var plan = tower().transactions().read(tx -> tx.sql("explain with found as materialized (select * from journal where "
                            + column.replace("::text", "") + " = any(?)) select * from found order by position desc limit 5")
                    .array(column.equals("correlation_id::text") ? "uuid" : "text",
                            List.of(column.equals("correlation_id::text") ? UUID.randomUUID() : "x"))
                    .list(row -> row.text("QUERY PLAN")));
            assertThat(String.join("\n", plan)).as(column).contains("Bitmap").doesNotContain("Seq Scan");
        }
    }

    @Test
    void sums_that_must_agree_are_looked_at_when_asked() throws Exception {
        tell("a", 3);
        await(() -> heard("a").size() == 1);
        assertThat(ear().check(_ -> true)).singleElement().satisfies(checked -> {
            assertThat(checked.differing()).isZero();
            assertThat(checked.sums()).containsExactly(new Checked.Sum("sum", "", 3));
        });
        ear().transactions().write(operator(), tx -> tx.sql("insert into heard (key, number) values ('b', -4)").update());
        assertThat(ear().check("positive"::equals)).singleElement().satisfies(checked -> {
            assertThat(checked.differing()).isEqualTo(1);
            assertThat(checked.example()).isEqualTo("b");
        });
        assertThat(ear().check("other"::equals)).isEmpty();
    }

    @Test
    void sweeps_tell_of_their_last_run() throws Exception {
        await(() -> tower().sweeps().stream().filter(run -> run.name().equals("audit-chain")).allMatch(run -> run.runs() > 0));
        assertThat(tower().sweeps()).filteredOn(run -> run.name().equals("audit-chain")).singleElement().satisfies(run -> {
            assertThat(run.lastAt()).isNotNull();
            assertThat(run.error()).isNull();
        });
    }

    @Test
    void what_flows_is_counted() throws Exception {
        tell("a", 1);
        tell("a", 2);
        await(() -> heard("a").size() == 2);
        await(() -> ear().arrows().getFirst().lastMinute() == 2);
        assertThat(tower().lastMinute()).isEqualTo(2);
        assertThat(ear().arrows()).singleElement().satisfies(arrow -> {
            assertThat(arrow.from()).isEqualTo("tower");
            assertThat(arrow.types()).containsExactly("Told");
        });
    }
}
