package dev.souk.standin.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderStandInTest {
    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ProviderStandIn provider;

    @BeforeEach
    void open() {
        provider = new ProviderStandIn(directory.resolve("ledger.jsonl"));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static Authorize of(long amount, String token) {
        return new Authorize(amount, "EUR", token, "order", "payment");
    }

    private static String id(Answer answer) {
        return view(answer).id();
    }

    private static Answer.View view(Answer answer) {
        return java.util.Objects.requireNonNull(answer.view());
    }

    @Test
    void the_same_key_is_answered_the_same_and_done_once() {
        var first = provider.authorize("k1", of(500, "tok_visa"));
        assertThat(provider.authorize("k1", of(500, "tok_visa"))).isEqualTo(first);
        assertThat(provider.ledger(1, 10)).hasSize(1);
    }

    @Test
    void a_key_is_never_reused_with_other_parameters() {
        provider.authorize("k1", of(500, "tok_visa"));
        assertThatThrownBy(() -> provider.authorize("k1", of(501, "tok_visa"))).hasMessageContaining("other parameters");
    }

    @Test
    void never_captures_more_than_authorized_nor_refunds_more_than_captured() {
        var payment = id(provider.authorize("k1", of(500, "tok_mastercard")));
        provider.capture("c1", payment, 300);
        provider.capture("c2", payment, 200);
        assertThatThrownBy(() -> provider.capture("c3", payment, 1)).hasMessageContaining("more than was authorized");
        provider.refund("r1", payment, 499);
        assertThatThrownBy(() -> provider.refund("r2", payment, 2)).hasMessageContaining("more than was captured");
        assertThatThrownBy(() -> provider.voidPayment("v1", payment)).hasMessageContaining("refunded, not voided");
        assertThat(provider.capture("c1", payment, 300).result()).isEqualTo(Entry.Result.CAPTURED);
        assertThat(provider.balances()).containsExactly(new Balance("EUR", 1, 500, 500, 499, 0, 0));
    }

    @Test
    void tokens_decide_how_an_authorization_ends() {
        assertThat(provider.authorize("1", of(1, "tok_declined")).reason()).isEqualTo("card_declined");
        assertThat(provider.authorize("2", of(1, "tok_insufficient_funds")).reason()).isEqualTo("insufficient_funds");
        assertThat(provider.authorize("3", of(1, "tok_expired")).reason()).isEqualTo("expired_card");
        var holding = provider.authorize("4", of(1, "tok_capture_fails"));
        assertThat(provider.capture("5", id(holding), 1).result()).isEqualTo(Entry.Result.DECLINED);
        assertThat(provider.get(id(holding)).captured()).isZero();
    }

    @Test
    void an_action_of_the_shopper_completes_or_fails_the_authorization() {
        var one = provider.authorize("1", of(10, "tok_3ds"));
        var two = provider.authorize("2", of(10, "tok_3ds"));
        assertThat(one.result()).isEqualTo(Entry.Result.ACTION_REQUIRED);
        provider.action(String.valueOf(view(one).clientRef()), true);
        provider.action(String.valueOf(view(two).clientRef()), false);
        assertThat(provider.get(id(one)).status()).isEqualTo(Answer.Status.AUTHORIZED);
        assertThat(provider.get(id(two)).status()).isEqualTo(Answer.Status.DECLINED);
    }

    @Test
    void a_cancelled_key_holds_no_money_whether_it_arrived_before_or_after() {
        var early = provider.authorize("early", of(10, "tok_visa"));
        assertThat(provider.cancelKey("early").result()).isEqualTo(Entry.Result.VOIDED);
        assertThat(provider.get(id(early)).status()).isEqualTo(Answer.Status.VOIDED);

        assertThat(provider.cancelKey("late").result()).isEqualTo(Entry.Result.KEY_CANCELLED);
        assertThat(provider.authorize("late", of(10, "tok_visa")).result()).isEqualTo(Entry.Result.KEY_CANCELLED);
        assertThat(provider.findByKey("late")).isEmpty();
    }

    @Test
    void a_restart_remembers_everything_and_forgets_a_torn_last_line() throws IOException {
        var payment = id(provider.authorize("k1", of(500, "tok_visa")));
        provider.capture("c1", payment, 500);
        var before = provider.ledger(1, 10);
        provider.close();
        Files.writeString(directory.resolve("ledger.jsonl"), "{\"seq\":3,\"at\":\"20", StandardOpenOption.APPEND);

        provider = new ProviderStandIn(directory.resolve("ledger.jsonl"));
        assertThat(provider.ledger(1, 10)).isEqualTo(before);
        assertThat(provider.capture("c1", payment, 500).result()).isEqualTo(Entry.Result.CAPTURED);
        provider.refund("r1", payment, 500);
        assertThat(Files.readAllLines(directory.resolve("ledger.jsonl"))).hasSize(3);
    }

    @Test
    void many_at_a_time_share_the_wait_for_the_disk() throws InterruptedException {
        int many = 200;
        var done = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            var key = "k" + i;
            Thread.startVirtualThread(() -> {
                provider.authorize(key, of(1, "tok_visa"));
                done.countDown();
            });
        }
        done.await();
        assertThat(provider.balances().getFirst().authorized()).isEqualTo(many);
        assertThat(provider.syncs()).isLessThan(many);
    }

    @Test
    void a_lost_answer_means_that_it_was_done() {
        provider.faults(Faults.NONE.withTimeoutAfter(1));
        assertThatThrownBy(() -> provider.authorize("k1", of(5, "tok_visa"))).hasMessageContaining("got lost");
        provider.faults(Faults.NONE.withFailBefore(1));
        assertThatThrownBy(() -> provider.authorize("k2", of(5, "tok_visa"))).hasMessageContaining("later");
        provider.faults(Faults.NONE);
        assertThat(provider.findByKey("k1")).isPresent();
        assertThat(provider.findByKey("k2")).isEmpty();
    }

    @Test
    void the_same_seed_strikes_the_same_operations() {
        var runs = new ArrayList<String>();
        for (int run = 0; run < 2; run++) {
            provider.faults(Faults.NONE.withDecline(0.5).withSeed(7));
            var ends = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                ends.append(provider.authorize("run" + run + "-" + i, of(1, "tok_visa")).result().name().charAt(0));
            }
            runs.add(ends.toString());
        }
        assertThat(runs.getFirst()).isEqualTo(runs.getLast()).contains("A").contains("D");
    }
}
