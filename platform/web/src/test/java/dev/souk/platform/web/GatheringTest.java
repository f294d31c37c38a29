package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests that share a transaction, over HTTP.
final class GatheringTest {
    private static final int MANY = 30;

    @SuppressWarnings("NullAway.Init")
    private static Notes notes;

    @BeforeAll
    static void start() {
        notes = Notes.running();
    }

    @AfterAll
    static void stop() {
        notes.close();
    }

    private static Notes.Seen write(String text, String key) {
        return notes.post("/notes/shared", "{\"text\":\"" + text + "\"}", "Idempotency-Key", key);
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    /// A request that takes its time, and behind it many that come meanwhile.
    private static List<Notes.Seen> atOnce(IntFunction<Notes.Seen> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> write("slow", aKey()));
            var all = new ArrayList<Future<Notes.Seen>>();
            IntStream.range(0, MANY).forEach(i -> all.add(threads.submit(() -> request.apply(i))));
            var seen = new ArrayList<Notes.Seen>();
            for (var one : all) {
                seen.add(one.get());
            }
            assertThat(slow.get().status()).isEqualTo(201);
            return seen;
        }
    }

    @Test
    void many_requests_share_a_transaction_and_each_gets_its_own_answer() throws Exception {
        var seen = atOnce(_ -> write("together", aKey()));

        assertThat(seen).extracting(Notes.Seen::status).containsOnly(201);
        assertThat(seen).extracting(one -> one.body().path("id").asString()).doesNotHaveDuplicates();
        assertThat(seen).allSatisfy(one ->
                assertThat(notes.get("/notes/" + one.body().path("id").asString()).status()).isEqualTo(200));
        assertThat(notes.transactionsOf("together")).isLessThan(MANY);
    }

    @Test
    void a_refused_request_changes_nothing_and_does_not_touch_the_others() throws Exception {
        var seen = atOnce(i -> write(i % 3 == 0 ? "taken" : "beside", aKey()));

        assertThat(seen).filteredOn(one -> one.code().equals("TEXT_TAKEN")).hasSize(MANY / 3);
        assertThat(seen).filteredOn(one -> one.status() == 201).hasSize(MANY - MANY / 3);
        assertThat(notes.transactionsOf("taken")).isZero();
    }

    @Test
    void who_breaks_the_group_is_done_alone_like_everyone_else() throws Exception {
        var seen = atOnce(i -> write(i == MANY / 2 ? "breaks the group" : "survives", aKey()));

        assertThat(seen).extracting(Notes.Seen::status).containsOnly(201);
        assertThat(seen).extracting(one -> one.body().path("id").asString()).doesNotHaveDuplicates();
    }

    @Test
    void one_key_has_one_effect_also_in_company() throws Exception {
        var key = aKey();
        var seen = atOnce(i -> i % 2 == 0 ? write("keyed", key) : write("company", aKey()));

        var keyed = IntStream.range(0, MANY).filter(i -> i % 2 == 0).mapToObj(seen::get).toList();
        assertThat(seen).extracting(Notes.Seen::status).containsOnly(201);
        assertThat(keyed).extracting(one -> one.body().path("id").asString()).containsOnly(
                keyed.getFirst().body().path("id").asString());
        assertThat(keyed).filteredOn(one -> one.header("Idempotency-Replayed").isEmpty()).hasSize(1);
        assertThat(notes.transactionsOf("keyed")).isEqualTo(1);
    }
}
