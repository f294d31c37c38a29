package dev.souk.standin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index is worth nothing beside the ledger: it may be old, ahead, torn or gone.
class LedgerIndexTest {
    private static final int MANY = 12_000; // more than are kept in memory
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    @TempDir
    Path directory = Path.of("");

    private Path ledger() {
        return directory.resolve("ledger.jsonl");
    }

    private Path index() {
        return directory.resolve("ledger.jsonl.index");
    }

    private static void authorize(ProviderStandIn provider, int from, int to) {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = from; i < to; i++) {
                var n = i;
                all.execute(() -> provider.authorize("k" + n, new Authorize(n + 1, "EUR", "tok_visa", "o" + n, "p" + n)));
            }
        }
    }

    private static void knowsAll(ProviderStandIn provider, int payments) {
        long sum = (long) payments * (payments + 1) / 2;
        assertThat(provider.balances()).singleElement().satisfies(eur -> {
            assertThat(eur.payments()).isEqualTo(payments);
            assertThat(eur.authorized()).isEqualTo(sum);
        });
        for (int n = 0; n < payments; n += Math.max(1, payments / 50)) {
            assertThat(provider.findByKey("k" + n)).map(Answer.View::amount).contains(n + 1L);
            assertThat(provider.findByShopPayment("p" + n)).map(Answer.View::amount).contains(n + 1L);
        }
    }

    private static List<Answer.View> pages(ProviderStandIn provider) {
        var all = new ArrayList<Answer.View>();
        String after = null;
        while (true) {
            var page = provider.list(Instant.EPOCH, EVER, after, 500);
            all.addAll(page);
            if (page.size() < 500) {
                return all;
            }
            after = page.getLast().id();
        }
    }

    @Test
    void what_was_long_ago_is_still_known_and_can_go_on() {
        try (var provider = new ProviderStandIn(ledger())) {
            authorize(provider, 0, MANY);
            knowsAll(provider, MANY);
            assertThat(pages(provider)).hasSize(MANY).doesNotHaveDuplicates();
            var first = pages(provider).getFirst();
            assertThat(provider.list(first.createdAt().plusSeconds(7_200), EVER, null, 10)).isEmpty();
            assertThat(provider.capture("c", first.id(), first.amount()).result()).isEqualTo(Entry.Result.CAPTURED);
            assertThat(provider.get(first.id()).status()).isEqualTo(Answer.Status.CAPTURED);
            assertThat(provider.ledger(9_001, 3)).extracting(Entry::seq).containsExactly(9_001L, 9_002L, 9_003L);
            assertThat(provider.ledger(MANY + 1, 10)).extracting(Entry::key).containsExactly("c");
            assertThat(provider.ledger(MANY + 2, 10)).isEmpty();
        }
    }

    @Test
    void an_index_that_is_gone_or_of_another_ledger_is_made_anew() throws IOException {
        try (var provider = new ProviderStandIn(ledger())) {
            authorize(provider, 0, 300);
        }
        try (var other = new ProviderStandIn(directory.resolve("other.jsonl"))) {
            authorize(other, 0, 7);
        }
        Files.delete(index());
        try (var provider = new ProviderStandIn(ledger())) {
            knowsAll(provider, 300);
        }
        Files.copy(index(), directory.resolve("other.jsonl.index"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var other = new ProviderStandIn(directory.resolve("other.jsonl"))) {
            knowsAll(other, 7);
        }
        Files.writeString(index(), "no index at all");
        try (var provider = new ProviderStandIn(ledger())) {
            knowsAll(provider, 300);
            assertThat(provider.authorize("k0", new Authorize(1, "EUR", "tok_visa", "o0", "p0")).view()).isNotNull();
            assertThat(provider.ledger(1, 1_000)).hasSize(300);
        }
    }

    @Test
    void an_index_that_is_older_or_newer_than_the_ledger_does_no_harm() throws IOException {
        var early = directory.resolve("early.index");
        var late = directory.resolve("late.jsonl");
        try (var provider = new ProviderStandIn(ledger())) {
            authorize(provider, 0, 100);
        }
        Files.copy(index(), early);
        Files.copy(ledger(), late);
        try (var provider = new ProviderStandIn(ledger())) {
            authorize(provider, 100, 250);
        }
        Files.copy(index(), directory.resolve("late.jsonl.index"));
        try (var provider = new ProviderStandIn(late)) { // as if the last entries had never reached the disk
            knowsAll(provider, 100);
        }
        Files.copy(early, index(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var provider = new ProviderStandIn(ledger())) {
            knowsAll(provider, 250);
        }
    }

    @Test
    void a_kill_in_the_middle_loses_nothing_that_was_answered() throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 2; round++) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                            System.getProperty("java.class.path"), ProviderMain.class.getName(), "--port", "0",
                            "--ledger", ledger().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = process.inputReader(); var client = HttpClient.newHttpClient()) {
                pay(client, port(out), "r" + round, answered);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        try (var provider = new ProviderStandIn(ledger())) {
            assertThat(answered).hasSizeGreaterThanOrEqualTo(400).allSatisfy(key -> assertThat(provider.findByKey(key)).isPresent());
            long payments = provider.balances().getFirst().payments();
            assertThat(provider.ledger(1, 10_000)).hasSize((int) payments);
        }
    }

    private static String port(BufferedReader out) throws IOException {
        var line = Objects.requireNonNull(out.readLine());
        return line.substring(line.lastIndexOf("http"));
    }

    /// Returns when some are answered and others are under way.
    private static void pay(HttpClient client, String provider, String round, Set<String> answered)
            throws InterruptedException {
        var enough = new CountDownLatch(200);
        for (int i = 0; i < 400; i++) {
            var key = round + "-" + i;
            var _ = client.sendAsync(
                            HttpRequest.newBuilder(URI.create(provider + "/payments"))
                                    .header("Idempotency-Key", key)
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"amount\":5,\"currency\":\"EUR\",\"token\":\"tok_visa\"}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .thenAccept(answer -> {
                        if (answer.statusCode() / 100 == 2) {
                            answered.add(key);
                            enough.countDown();
                        }
                    });
        }
        enough.await();
    }
}
