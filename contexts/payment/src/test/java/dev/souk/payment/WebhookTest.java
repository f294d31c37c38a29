package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static dev.souk.payment.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.platform.route.Caller;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.standin.payment.Faults;
import dev.souk.standin.payment.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private record Hook(String body, String signature) {}

    private final Shop shop = Shop.inProcess();
    private final LinkedBlockingQueue<Hook> sent = new LinkedBlockingQueue<>();

    WebhookTest() {
        shop.psp.webhooksTo((body, signature) -> sent.add(new Hook(body, signature)), Shop.SECRET);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<Hook> hooks(int many) throws InterruptedException {
        var hooks = new ArrayList<Hook>();
        for (int i = 0; i < many; i++) {
            var hook = sent.poll(10, TimeUnit.SECONDS);
            assertThat(hook).isNotNull();
            hooks.add(hook);
        }
        return hooks;
    }

    private TestAnswer receive(String body, String signature) {
        return shop.souk.call(
                Caller.GUEST, "POST", "//webhooks/standin", body.getBytes(StandardCharsets.UTF_8),
                Map.of("Provider-Signature", signature));
    }

    private List<String> outcomes() {
        return shop.souk.read(tx -> tx.sql("select outcome from provider_event where outcome is not null order by event_id")
                .list(row -> row.text("outcome")));
    }

    @Test
    void a_webhook_makes_us_ask_and_the_answer_counts() throws InterruptedException {
        var one = purchase(500, "tok_3ds");
        shop.deliver(authorize(one));
        shop.psp.action(shop.souk.published(PaymentActionRequired.class).getFirst().clientRef(), true);
        for (var hook : hooks(2)) {
            assertThat(receive(hook.body(), hook.signature()).status()).isEqualTo(200);
        }
        assertThat(shop.souk.published(PaymentAuthorized.class)).isEmpty();
        shop.later(Duration.ZERO);
        assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
        assertThat(outcomes()).contains("ASKED");
    }

    @Test
    void doubled_and_reordered_webhooks_change_nothing() throws InterruptedException {
        shop.faults(Faults.NONE.withWebhooks(1, 0, 0, 0, 0));
        shop.captured(5_000);
        var hooks = hooks(4).reversed();
        for (var hook : hooks) {
            receive(hook.body(), hook.signature());
            receive(hook.body(), hook.signature());
        }
        shop.later(Duration.ZERO);
        assertThat(outcomes()).containsExactly("NOTHING_NEW", "NOTHING_NEW");
        assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
        shop.moneyIsConserved();
    }

    @Test
    void a_wrong_signature_an_old_one_and_a_changed_body_are_refused() throws InterruptedException {
        shop.authorized();
        var hook = hooks(1).getFirst();
        assertThat(receive(hook.body(), "").code()).isEqualTo("WEBHOOK_REFUSED");
        assertThat(receive(hook.body() + " ", hook.signature()).code()).isEqualTo("WEBHOOK_REFUSED");
        assertThat(receive("{", Signature.of(Shop.SECRET, 1767607200, "{")).code()).isEqualTo("WEBHOOK_REFUSED");
        shop.souk.clock().advance(Duration.ofMinutes(6));
        assertThat(receive(hook.body(), hook.signature()).code()).isEqualTo("WEBHOOK_REFUSED");
        assertThat(outcomes()).isEmpty();
        assertThat(shop.souk.call(Caller.GUEST, "POST", "//webhooks/stripe", new byte[0]).code())
                .isEqualTo("PROVIDER_NOT_IN_USE");
    }

    @Test
    void an_unknown_type_is_stored_and_acknowledged() {
        var body = "{\"id\":\"evt_x\",\"type\":\"payout.sent\",\"created\":1767607200,\"data\":{}}";
        assertThat(receive(body, Signature.of(Shop.SECRET, 1767607200, body)).status()).isEqualTo(200);
        shop.later(Duration.ZERO);
        assertThat(outcomes()).containsExactly("NOT_OURS");
    }

    @Test
    void a_webhook_hurries_a_question_that_waits() throws InterruptedException {
        var one = Shop.aPurchase();
        shop.faults(Faults.NONE.withTimeoutAfter(1));
        shop.deliver(authorize(one));
        shop.later(Duration.ofSeconds(1));
        shop.later(Duration.ofSeconds(2));
        shop.faults(Faults.NONE);
        var hook = hooks(1).getFirst();
        receive(hook.body(), hook.signature());
        shop.later(Duration.ZERO);
        assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
    }

    @Test
    void money_that_moved_at_the_provider_alone_raises_an_alarm() throws InterruptedException {
        var one = shop.captured(5_000);
        shop.psp.refund("by hand", shop.psp.findByShopPayment(one.paymentId().toString()).orElseThrow().id(), 100);
        for (var hook : hooks(3)) {
            receive(hook.body(), hook.signature());
        }
        shop.later(Duration.ZERO);
        assertThat(shop.souk.ask(new ListPaymentAlarms(5))).anyMatch(a -> a.kind().equals("PROVIDER_AHEAD"));
    }
}
