package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class IdempotencyTest {
    private static final String NOTE = "{\"text\":\"hello\"}";

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

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void twenty_threads_with_one_key_get_one_answer_and_one_effect() throws Exception {
        var before = notes.written();
        var key = aKey();
        var token = "Bearer " + Notes.token(Role.CUSTOMER);
        var together = new CountDownLatch(20);
        Callable<Notes.Seen> attempt = () -> {
            together.countDown();
            together.await();
            return notes.post("/notes/paid", NOTE, "Idempotency-Key", key, "Authorization", token);
        };
        var seen = new ArrayList<Notes.Seen>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<Notes.Seen>>();
            for (int i = 0; i < 20; i++) {
                futures.add(threads.submit(attempt));
            }
            for (var future : futures) {
                seen.add(future.get());
            }
        }

        assertThat(seen).extracting(Notes.Seen::status).containsOnly(201);
        assertThat(seen).extracting(one -> one.response().body()).containsOnly(seen.getFirst().response().body());
        assertThat(seen).extracting(one -> one.header("Location")).containsOnly(seen.getFirst().header("Location"));
        assertThat(seen).filteredOn(one -> one.header("Idempotency-Replayed").isEmpty()).hasSize(1);
        assertThat(notes.written()).isEqualTo(before + 1);
    }

    @Test
    void a_key_stands_for_one_request_of_one_caller() {
        var key = aKey();
        var mine = "Bearer " + Notes.token(Role.CUSTOMER);
        var theirs = "Bearer " + Notes.token(Role.CUSTOMER);
        notes.post("/notes/paid", NOTE, "Idempotency-Key", key, "Authorization", mine);

        var other = notes.post("/notes/paid", "{\"text\":\"other\"}", "Idempotency-Key", key, "Authorization", mine);
        var stranger = notes.post("/notes/paid", NOTE, "Idempotency-Key", key, "Authorization", theirs);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(stranger.status()).isEqualTo(201);
        assertThat(stranger.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void guests_are_told_apart_by_their_cart() {
        var key = aKey();
        var one = notes.post("/notes", NOTE, "Idempotency-Key", key, "Cart-Token", "one");
        var two = notes.post("/notes", NOTE, "Idempotency-Key", key, "Cart-Token", "two");
        var again = notes.post("/notes", NOTE, "Idempotency-Key", key, "Cart-Token", "one");

        assertThat(two.body()).isNotEqualTo(one.body());
        assertThat(again.body()).isEqualTo(one.body());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_guest_without_a_cart_needs_a_key_that_nobody_else_thinks_of() {
        assertThat(notes.post("/notes", NOTE, "Idempotency-Key", "1").code()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void a_refusal_keeps_neither_the_row_nor_the_key() {
        var before = notes.written();
        var key = aKey();
        var refused = notes.post("/notes", "{\"text\":\"taken\"}", "Idempotency-Key", key);
        var after = notes.post("/notes", NOTE, "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("TEXT_TAKEN");
        assertThat(refused.body().path("newPrice").asInt()).isEqualTo(1250);
        assertThat(after.status()).isEqualTo(201);
        assertThat(notes.written()).isEqualTo(before + 1);
    }

    @Test
    void what_is_kept_for_repeats_can_be_read_by_nobody_and_in_the_end_not_even_by_us() {
        try (var own = Notes.running()) {
            var key = aKey();
            var first = own.post("/notes", "{\"text\":\"Jane Roe, 1 Elm Street\"}", "Idempotency-Key", key);
            assertThat(own.kept()).contains(key).doesNotContain("Jane").doesNotContain("127.0.0.1");
            assertThat(own.post("/notes", "{\"text\":\"Jane Roe, 1 Elm Street\"}", "Idempotency-Key", key).body())
                    .isEqualTo(first.body());
            own.forgetAnswers();
            var late = own.post("/notes", "{\"text\":\"Jane Roe, 1 Elm Street\"}", "Idempotency-Key", key);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.code()).isEqualTo("IDEMPOTENCY_KEY_EXPIRED");
        }
    }

    @Test
    void where_a_key_is_demanded_nothing_happens_without_one() {
        var before = notes.written();
        var token = "Bearer " + Notes.token(Role.CUSTOMER);

        assertThat(notes.post("/notes/paid", NOTE, "Authorization", token).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(notes.post("/notes/paid", NOTE, "Authorization", token, "Idempotency-Key", "a b").code())
                .isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(notes.post("/notes/paid", NOTE, "Authorization", token, "Idempotency-Key", "k".repeat(256)).code())
                .isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(notes.written()).isEqualTo(before);
    }
}
