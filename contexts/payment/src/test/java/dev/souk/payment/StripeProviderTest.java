package dev.souk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.PaymentProvider.BadWebhook;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.payment.provider.ProviderPayment;
import dev.souk.payment.provider.StripeProvider;
import dev.souk.standin.payment.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeProviderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final FakeStripe stripe = new FakeStripe();
    private final StripeProvider provider = new StripeProvider("sk_test_x", "whsec_x", stripe.address());
    private final UUID paymentId = UUID.randomUUID();

    @AfterEach
    void close() {
        stripe.close();
    }

    private ProviderCall call(Operation operation, long amount, String token, @Nullable String reference) {
        return new ProviderCall(
                operation, paymentId, paymentId, 0, amount, "EUR", token, reference, UUID.randomUUID(), null);
    }

    private ProviderAnswer.Authorized authorized(long amount) {
        return (ProviderAnswer.Authorized) provider.call(call(Operation.AUTHORIZE, amount, "pm_card_visa", null));
    }

    @Test
    void authorizes_captures_and_refunds_with_keys_of_its_own() {
        var yes = authorized(5_000);
        assertThat(yes.brand()).isEqualTo("visa");
        assertThat(yes.last4()).isEqualTo("4242");
        assertThat(stripe.last("POST /v1/payment_intents"))
                .containsEntry("capture_method", "manual")
                .containsEntry("confirm", "true")
                .containsEntry("currency", "eur")
                .containsEntry("metadata[paymentId]", paymentId.toString())
                .containsEntry("Idempotency-Key", paymentId + ":authorize");
        assertThat(provider.call(call(Operation.CAPTURE, 5_000, "pm_card_visa", yes.reference())))
                .isEqualTo(new ProviderAnswer.Captured());
        assertThat(provider.call(call(Operation.REFUND, 1_000, "pm_card_visa", yes.reference())))
                .isEqualTo(new ProviderAnswer.Refunded());
        var listed = new ArrayList<ProviderPayment>();
        provider.list(NOW, NOW.plusSeconds(60), listed::add);
        assertThat(listed).singleElement().satisfies(p -> {
            assertThat(p.paymentId()).isEqualTo(paymentId);
            assertThat(p.captured()).isEqualTo(5_000);
            assertThat(p.refunded()).isEqualTo(1_000);
        });
    }

    @Test
    void a_token_is_passed_on_as_a_card_token() {
        provider.call(call(Operation.AUTHORIZE, 5_000, "tok_visa", null));
        assertThat(stripe.last("POST /v1/payment_intents"))
                .containsEntry("payment_method_data[card][token]", "tok_visa");
    }

    @Test
    void a_decline_is_a_definite_no_with_its_reason() {
        assertThat(provider.call(call(Operation.AUTHORIZE, 5_000, "pm_insufficient", null)))
                .isInstanceOfSatisfying(
                        ProviderAnswer.Declined.class,
                        no -> assertThat(no.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS));
    }

    @Test
    void an_action_is_asked_for_and_looked_at() {
        var required = (ProviderAnswer.ActionRequired) provider.call(call(Operation.AUTHORIZE, 5_000, "pm_3ds", null));
        assertThat(required.clientRef()).contains("secret");
        stripe.actionDone();
        assertThat(provider.call(call(Operation.LOOK, 0, "pm_3ds", required.reference())))
                .isInstanceOf(ProviderAnswer.Authorized.class);
    }

    @Test
    void errors_of_the_provider_and_keys_in_use_are_unknown_results() {
        stripe.failNext(503);
        assertThat(provider.call(call(Operation.AUTHORIZE, 5_000, "pm_card_visa", null)))
                .isInstanceOf(ProviderAnswer.Unknown.class);
        stripe.failNext(409);
        assertThat(provider.call(call(Operation.AUTHORIZE, 5_000, "pm_card_visa", null)))
                .isInstanceOf(ProviderAnswer.Unknown.class);
        stripe.failNext(429);
        assertThat(provider.call(call(Operation.AUTHORIZE, 5_000, "pm_card_visa", null)))
                .isInstanceOf(ProviderAnswer.Unknown.class);
        stripe.close();
        assertThat(provider.call(call(Operation.AUTHORIZE, 5_000, "pm_card_visa", null)))
                .isInstanceOf(ProviderAnswer.Unknown.class);
    }

    @Test
    void what_was_made_although_the_answer_was_an_error_is_found() {
        stripe.failAfterDoing();
        assertThat(authorized(5_000).reference()).isEqualTo("pi_1");
    }

    @Test
    void a_void_of_an_unknown_authorization_sends_it_again_and_cancels_it() {
        assertThat(provider.call(call(Operation.VOID, 5_000, "pm_card_visa", null)))
                .isEqualTo(new ProviderAnswer.Released("pi_1", 5_000, 0, 0));
        assertThat(stripe.status("pi_1")).isEqualTo("canceled");
        assertThat(provider.call(call(Operation.VOID, 5_000, "pm_card_visa", null)))
                .isEqualTo(new ProviderAnswer.Released("pi_1", 5_000, 0, 0));
    }

    @Test
    void a_void_of_captured_money_gives_it_back() {
        var yes = authorized(5_000);
        provider.call(call(Operation.CAPTURE, 5_000, "pm_card_visa", yes.reference()));
        assertThat(provider.call(call(Operation.VOID, 5_000, "pm_card_visa", yes.reference())))
                .isEqualTo(new ProviderAnswer.Released("pi_1", 5_000, 5_000, 5_000));
    }

    @Test
    void webhooks_are_believed_only_with_a_good_and_fresh_signature() throws BadWebhook {
        var body = "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2020-01-01\",\"created\":1767607200,"
                + "\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi_1\",\"object\":\"payment_intent\","
                + "\"amount_received\":5000,\"metadata\":{\"paymentId\":\"" + paymentId + "\"}}}}";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signature = Signature.of("whsec_x", NOW.getEpochSecond(), body);
        var event = provider.webhook(bytes, signature, NOW);
        assertThat(event.eventId()).isEqualTo("evt_1");
        assertThat(event.paymentId()).isEqualTo(paymentId);
        assertThat(event.reference()).isEqualTo("pi_1");
        assertThat(event.capturedTotal()).isEqualTo(5_000);
        assertThatThrownBy(() -> provider.webhook(bytes, signature, NOW.plusSeconds(600))).isInstanceOf(BadWebhook.class);
        assertThatThrownBy(() -> provider.webhook(bytes, "t=1,v1=00", NOW)).isInstanceOf(BadWebhook.class);
        assertThatThrownBy(() -> provider.webhook("{}".getBytes(StandardCharsets.UTF_8), Signature.of("whsec_x", NOW.getEpochSecond(), "{}"), NOW))
                .isInstanceOf(BadWebhook.class);
    }
}
