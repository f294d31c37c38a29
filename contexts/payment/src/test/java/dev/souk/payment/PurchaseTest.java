package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static dev.souk.payment.Shop.cancelled;
import static dev.souk.payment.Shop.confirmed;
import static dev.souk.payment.Shop.purchase;
import static dev.souk.payment.Shop.submitted;
import static dev.souk.payment.Shop.voiding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentRequested;
import dev.souk.contracts.payment.PaymentSucceeded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.platform.messaging.Message;
import dev.souk.standin.payment.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest {
    private static final Shop SHARED = Shop.inProcess();

    @AfterAll
    static void close() {
        SHARED.moneyIsConserved();
        SHARED.close();
    }

    private static Shop shop(boolean oneByOne) {
        return oneByOne ? Shop.inProcess().oneByOne() : Shop.inProcess();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void many_payments_are_authorized_captured_and_balanced(boolean oneByOne) {
        try (var shop = shop(oneByOne)) {
            var purchases = new ArrayList<Shop.Purchase>();
            var authorizations = new ArrayList<Message>();
            var orders = new ArrayList<Message>();
            for (int i = 1; i <= 50; i++) {
                var one = purchase(i * 100L, "tok_visa");
                purchases.add(one);
                authorizations.add(authorize(one));
                orders.add(submitted(one));
                orders.add(confirmed(one));
            }
            shop.deliver(authorizations.toArray(Message[]::new));
            assertThat(shop.souk.published(PaymentRequested.class)).hasSize(50);
            assertThat(shop.souk.published(PaymentSucceeded.class)).hasSize(50);
            assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(50);
            shop.moneyIsConserved();
            shop.deliver(orders.toArray(Message[]::new));
            assertThat(shop.souk.published(PaymentCaptured.class)).hasSize(50);
            assertThat(shop.provider().captured()).isEqualTo(127_500);
            shop.moneyIsConserved();
            var first = shop.payment(purchases.getFirst());
            assertThat(first.status()).isEqualTo("CAPTURED");
            assertThat(first.last4()).isEqualTo("4242");
            assertThat(first.version()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_same_command_again_is_answered_again_and_charges_once(boolean oneByOne) {
        try (var shop = shop(oneByOne)) {
            var one = Shop.aPurchase();
            shop.deliver(authorize(one), authorize(one));
            shop.deliver(authorize(one));
            assertThat(shop.souk.published(PaymentRequested.class)).hasSize(1);
            // the second may come before or after the provider's answer
            assertThat(shop.souk.published(PaymentAuthorized.class))
                    .hasSizeBetween(2, 3)
                    .allMatch(e -> e.amount() == 12_345);
            shop.deliver(submitted(one), confirmed(one), confirmed(one));
            assertThat(shop.souk.published(PaymentCaptured.class)).hasSize(1);
            assertThat(shop.psp.ledger(1, 10)).hasSize(2);
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined,CARD_DECLINED", "tok_insufficient_funds,INSUFFICIENT_FUNDS", "tok_expired,EXPIRED_CARD"
    })
    void a_decline_says_why(String token, String reason) {
        var one = purchase(500, token);
        SHARED.deliver(authorize(one));
        var failed = SHARED.said(one, PaymentFailed.class).getFirst();
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.stage()).isEqualTo("AUTHORIZE");
        assertThat(failed.checkoutId()).isEqualTo(one.checkoutId());
        assertThat(failed.retryable()).isFalse();
        SHARED.moneyIsConserved();
    }

    @Test
    void a_card_number_is_refused_and_stored_nowhere() {
        try (var shop = Shop.inProcess()) {
            shop.deliver(authorize(purchase(500, "4242 4242 4242 4242")), authorize(purchase(500, "x_5555555555554444")));
            assertThat(shop.souk.published(PaymentFailed.class))
                    .hasSize(2)
                    .allMatch(e -> "CARD_NUMBER_REFUSED".equals(e.reasonDetail()));
            assertThat(shop.souk.<Integer>read(tx -> tx.sql("select count(*)::int as n from payment where token like '%4%'")
                            .one(row -> row.integer("n"))))
                    .isZero();
            assertThat(shop.psp.ledger(1, 10)).isEmpty();
        }
    }

    @Test
    void nothing_to_pay_needs_no_provider() {
        var free = purchase(0, "tok_visa");
        SHARED.deliver(authorize(free));
        assertThat(SHARED.said(free, PaymentAuthorized.class)).hasSize(1);
        SHARED.deliver(submitted(free), confirmed(free));
        assertThat(SHARED.said(free, PaymentCaptured.class)).hasSize(1);
        assertThat(SHARED.psp.findByShopPayment(free.paymentId().toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_void_before_the_authorization_wins(boolean oneByOne) {
        try (var shop = shop(oneByOne)) {
            var one = Shop.aPurchase();
            shop.deliver(voiding(one));
            shop.deliver(voiding(one));
            shop.deliver(authorize(one));
            assertThat(shop.souk.published(PaymentVoided.class)).hasSize(2);
            var failed = shop.souk.published(PaymentFailed.class).getFirst();
            assertThat(failed.reasonDetail()).isEqualTo("VOIDED");
            assertThat(failed.orderId()).isEqualTo(one.orderId());
            assertThat(shop.psp.ledger(1, 10)).isEmpty();
        }
    }

    @Test
    void a_void_gives_an_authorization_back() {
        var one = SHARED.authorized();
        SHARED.deliver(voiding(one));
        SHARED.deliver(voiding(one));
        assertThat(SHARED.said(one, PaymentVoided.class)).hasSize(2);
        assertThat(SHARED.payment(one).status()).isEqualTo("VOIDED");
        assertThat(SHARED.atProvider(one).status()).isEqualTo(Answer.Status.VOIDED);
        SHARED.moneyIsConserved();
    }

    @Test
    void an_order_of_another_amount_raises_an_alarm_and_is_not_captured() {
        try (var shop = Shop.inProcess()) {
            var one = shop.authorized();
            shop.deliver(submitted(one, 99_999), confirmed(one));
            assertThat(shop.souk.ask(new ListPaymentAlarms(10))).anyMatch(a -> a.kind().equals("AMOUNT_MISMATCH"));
            assertThat(shop.souk.published(PaymentFailed.class))
                    .singleElement()
                    .matches(e -> e.stage().equals("CAPTURE") && e.retryable());
            assertThat(shop.provider().captured()).isZero();
        }
    }

    @Test
    void a_failing_capture_is_tried_after_1_5_and_25_minutes_and_then_no_more() {
        try (var shop = Shop.inProcess()) {
            var one = purchase(500, "tok_capture_fails");
            shop.deliver(authorize(one));
            shop.deliver(submitted(one), confirmed(one));
            for (var wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(25))) {
                shop.later(wait);
            }
            shop.later(Duration.ofHours(2));
            assertThat(shop.souk.published(PaymentFailed.class))
                    .extracting(PaymentFailed::retryable)
                    .containsExactly(true, true, true, false);
            shop.deliver(cancelled(one));
            assertThat(shop.payment(one).status()).isEqualTo("VOIDED");
            assertThat(shop.provider().open()).isZero();
            shop.moneyIsConserved();
        }
    }

    @Test
    void a_cancelled_order_gets_everything_back() {
        var captured = SHARED.captured(5_000);
        var authorized = SHARED.authorized();
        SHARED.deliver(cancelled(captured), cancelled(authorized));
        assertThat(SHARED.said(captured, PaymentRefunded.class))
                .singleElement()
                .matches(e -> e.refundedTotal() == 5_000);
        assertThat(SHARED.said(authorized, PaymentVoided.class)).singleElement().matches(e -> e.orderId() != null);
        assertThat(SHARED.atProvider(captured).refunded()).isEqualTo(5_000);
        assertThat(SHARED.atProvider(authorized).status()).isEqualTo(Answer.Status.VOIDED);
        SHARED.moneyIsConserved();
    }

    @Test
    void the_shopper_completes_an_action_and_comes_back() {
        var one = purchase(500, "tok_3ds");
        SHARED.deliver(authorize(one));
        var required = SHARED.said(one, PaymentActionRequired.class).getFirst();
        assertThat(required.kind()).isEqualTo("THREE_DS");
        SHARED.deliver(new ConfirmPaymentAction(one.paymentId(), one.checkoutId(), null));
        assertThat(SHARED.said(one, PaymentAuthorized.class)).isEmpty();
        SHARED.psp.action(required.clientRef(), true);
        SHARED.deliver(new ConfirmPaymentAction(one.paymentId(), one.checkoutId(), null));
        assertThat(SHARED.said(one, PaymentAuthorized.class)).hasSize(1);
        SHARED.moneyIsConserved();
    }

    @Test
    void an_action_is_noticed_by_polling_alone() {
        try (var shop = Shop.inProcess()) {
            var one = purchase(500, "tok_3ds");
            shop.deliver(authorize(one));
            shop.psp.action(shop.souk.published(PaymentActionRequired.class).getFirst().clientRef(), false);
            shop.later(Duration.ofSeconds(61));
            assertThat(shop.souk.published(PaymentFailed.class)).hasSize(1);
        }
    }

    @Test
    void an_action_that_comes_too_late_is_undone() {
        try (var shop = Shop.inProcess()) {
            var one = purchase(500, "tok_3ds");
            shop.deliver(authorize(one));
            shop.psp.action(shop.souk.published(PaymentActionRequired.class).getFirst().clientRef(), true);
            shop.souk.clock().advance(Duration.ofMinutes(11));
            shop.souk.sweep("payment-actions");
            shop.quiet();
            assertThat(shop.souk.published(PaymentFailed.class))
                    .singleElement()
                    .matches(e -> "ACTION_TIMEOUT".equals(e.reasonDetail()));
            assertThat(shop.provider().open()).isZero();
            shop.moneyIsConserved();
        }
    }

    @Test
    void versions_rise_by_one_with_every_event_of_a_payment() {
        var one = SHARED.captured(5_000);
        SHARED.deliver(cancelled(one));
        var versions = SHARED.souk.read(tx -> tx.sql(
                        "select aggregate_version from journal where key = ? order by position")
                .params(one.paymentId().toString())
                .list(row -> row.bigint("aggregate_version")));
        assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void the_ledger_cannot_be_changed() {
        SHARED.authorized();
        for (var sql : List.of("update ledger_entry set amount = 1", "delete from ledger_entry", "truncate ledger_entry")) {
            assertThatThrownBy(() -> SHARED.souk.write(tx -> tx.sql(sql).update())).hasMessageContaining("append-only");
        }
    }

    @Test
    void what_the_provider_says_belongs_to_the_journey_in_which_it_was_asked() {
        try (var shop = Shop.inProcess()) {
            shop.authorized();
            var journeys = shop.souk.read(
                    tx -> tx.sql("select distinct correlation_id from journal").list(row -> row.uuid("correlation_id")));
            assertThat(journeys).hasSize(1).allMatch(Objects::nonNull);
        }
    }
}
