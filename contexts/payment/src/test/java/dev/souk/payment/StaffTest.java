package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static dev.souk.payment.Shop.cancelled;
import static dev.souk.payment.Shop.confirmed;
import static dev.souk.payment.Shop.purchase;
import static dev.souk.payment.Shop.submitted;
import static dev.souk.platform.testkit.TestPlatform.customer;
import static dev.souk.platform.testkit.TestPlatform.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.contracts.payment.GetLedger;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.contracts.payment.GetReconciliation;
import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentReconciled;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.RefundPayment;
import dev.souk.contracts.payment.RefundProcessed;
import dev.souk.contracts.payment.RefundRequested;
import dev.souk.payment.http.FinanceRoutes;
import dev.souk.payment.http.PaymentRoutes;
import dev.souk.payment.http.RefundRoutes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.standin.payment.Answer;
import dev.souk.standin.payment.Authorize;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do with payments: refund, review, reconcile, look.
class StaffTest {
    private static final Shop SHOP = Shop.inProcess();
    private final Caller finance = staff(Role.FINANCE);

    private Shop shop = SHOP;

    @AfterEach
    void nothingIsLost() {
        if (shop != SHOP) {
            shop.close();
        }
        SHOP.quiet();
        SHOP.moneyIsConserved();
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    /// For tests that look at everything, or move the clock far.
    private void aShopOfItsOwn() {
        shop = Shop.inProcess();
    }

    private TestAnswer refund(Caller by, Shop.Purchase purchase, long amount) {
        return shop.souk.call(
                by, "POST", "/payments/" + purchase.paymentId() + "/refunds",
                new RefundRoutes.RefundRequest(null, amount, "EUR", "Arrived broken", null));
    }

    @Test
    void money_goes_back_in_parts_and_never_beyond_what_was_taken() {
        var one = shop.captured(30_000);
        assertThat(shop.payment(one).status()).isEqualTo("CAPTURED");
        assertThat(refund(finance, one, 10_000).status()).isEqualTo(201);
        shop.quiet();
        assertThat(shop.payment(one).status()).isEqualTo("PARTLY_REFUNDED");
        assertThat(refund(finance, one, 20_001).code()).isEqualTo("REFUND_EXCEEDS_CAPTURED");
        assertThat(refund(finance, one, 20_000).status()).isEqualTo(201);
        shop.quiet();
        assertThat(shop.payment(one).status()).isEqualTo("REFUNDED");
        assertThat(refund(finance, one, 1).code()).isEqualTo("REFUND_EXCEEDS_CAPTURED");
        assertThat(shop.said(one, RefundRequested.class)).hasSize(2);
        assertThat(shop.said(one, RefundProcessed.class)).hasSize(2);
        assertThat(shop.said(one, PaymentRefunded.class))
                .extracting(PaymentRefunded::refundedTotal)
                .containsExactly(10_000L, 30_000L);
        shop.moneyIsConserved();
        shop.deliver(cancelled(one));
        assertThat(shop.atProvider(one).refunded()).isEqualTo(30_000);
    }

    @Test
    void support_gives_back_at_most_two_hundred() {
        var one = shop.captured(50_000);
        var support = staff(Role.SUPPORT);
        assertThat(refund(support, one, 20_001).code()).isEqualTo("REFUND_ABOVE_LIMIT");
        assertThat(refund(support, one, 20_000).status()).isEqualTo(201);
        assertThat(refund(customer(one.customerId()), one, 1).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_large_refund_needs_a_second_person() {
        var one = shop.captured(80_000);
        var id = refund(finance, one, 50_001).body(RefundRoutes.RefundAnswer.class);
        assertThat(id.status()).isEqualTo("AWAITING_APPROVAL");
        shop.quiet();
        assertThat(shop.atProvider(one).refunded()).isZero();
        assertThat(refund(finance, one, 30_000).code()).isEqualTo("REFUND_EXCEEDS_CAPTURED");
        var approve = "/refunds/" + id.refundId() + "/approve";
        assertThat(shop.souk.call(finance, "POST", approve, null).code()).isEqualTo("SECOND_PERSON_NEEDED");
        assertThat(shop.souk.call(staff(Role.FINANCE), "POST", approve, null).status()).isEqualTo(200);
        shop.quiet();
        assertThat(shop.souk.call(staff(Role.ADMIN), "POST", approve, null).code()).isEqualTo("REFUND_DECIDED");
        assertThat(shop.atProvider(one).refunded()).isEqualTo(50_001);
        shop.moneyIsConserved();
    }

    @Test
    void a_cancelled_order_overtakes_a_refund_that_waits() {
        var one = shop.captured(80_000);
        var id = refund(finance, one, 60_000).body(RefundRoutes.RefundAnswer.class);
        shop.deliver(cancelled(one));
        assertThat(shop.atProvider(one).refunded()).isEqualTo(80_000);
        assertThat(shop.souk.call(staff(Role.FINANCE), "POST", "/refunds/" + id.refundId() + "/approve", null).code())
                .isEqualTo("REFUND_DECIDED");
        shop.moneyIsConserved();
    }

    @Test
    void a_rejected_refund_sets_its_amount_free() {
        var one = shop.captured(80_000);
        var id = refund(finance, one, 80_000).body(RefundRoutes.RefundAnswer.class);
        assertThat(shop.souk.call(staff(Role.ADMIN), "POST", "/refunds/" + id.refundId() + "/reject", null).status())
                .isEqualTo(200);
        assertThat(refund(finance, one, 40_000).status()).isEqualTo(201);
    }

    @Test
    void refunds_from_many_hands_at_once_never_exceed_what_was_taken() throws InterruptedException {
        var one = shop.captured(10_000);
        var done = new AtomicInteger();
        var ready = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            Thread.startVirtualThread(() -> {
                var outcome = shop.souk.handle(
                        new RefundPayment(UUID.randomUUID(), one.paymentId(), 1_500, "EUR", "Arrived broken", null));
                if (outcome instanceof Outcome.Done<UUID>) {
                    done.incrementAndGet();
                }
                ready.countDown();
            });
        }
        ready.await();
        shop.quiet();
        assertThat(done).hasValue(6);
        assertThat(shop.atProvider(one).refunded()).isEqualTo(9_000);
        shop.moneyIsConserved();
    }

    @Test
    void the_same_refund_id_gives_money_back_once() {
        var one = shop.captured(10_000);
        var command = new RefundPayment(UUID.randomUUID(), one.paymentId(), 1_500, "EUR", "Arrived broken", null);
        shop.souk.handle(command);
        shop.quiet();
        assertThat(shop.souk.handle(command)).isEqualTo(Outcome.done(command.refundId()));
        shop.quiet();
        assertThat(shop.atProvider(one).refunded()).isEqualTo(1_500);
        var other = new RefundPayment(command.refundId(), one.paymentId(), 99, "EUR", "Arrived broken", null);
        assertThat(shop.souk.handle(other)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"0,EUR,AMOUNT_INVALID", "-5,EUR,AMOUNT_INVALID", "5,EURO,AMOUNT_INVALID", "5,USD,CURRENCY_MISMATCH"})
    void a_senseless_refund_is_refused(long amount, String currency, String code) {
        var one = shop.captured(10_000);
        var answer = shop.souk.call(
                finance, "POST", "/payments/" + one.paymentId() + "/refunds",
                new RefundRoutes.RefundRequest(null, amount, currency, "Arrived broken", null));
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void a_payment_is_seen_by_its_customer_and_by_staff_only() {
        var one = shop.captured(10_000);
        var path = "/payments/" + one.paymentId();
        assertThat(shop.souk.call(customer(one.customerId()), "GET", path, null).body(GetPayment.Payment.class).captured())
                .isEqualTo(10_000);
        assertThat(shop.souk.call(customer(UUID.randomUUID()), "GET", path, null).code()).isEqualTo("PAYMENT_NOT_FOUND");
        var list = "/payments?orderId=" + one.orderId();
        assertThat(shop.souk.call(customer(UUID.randomUUID()), "GET", list, null)
                        .body(PaymentRoutes.PaymentList.class)
                        .payments())
                .isEmpty();
        assertThat(shop.souk.call(staff(Role.SUPPORT), "GET", list, null)
                        .body(PaymentRoutes.PaymentList.class)
                        .payments())
                .hasSize(1);
        assertThat(shop.souk.call(finance, "GET", "/payments?orderId=x", null).code()).isEqualTo("ORDER_ID_REQUIRED");
    }

    @Test
    void the_ledger_of_an_order_balances() {
        var one = shop.captured(10_000);
        refund(finance, one, 4_000);
        shop.quiet();
        var ledger = shop.souk.call(finance, "GET", "/payments/ledger?orderId=" + one.orderId(), null)
                .body(GetLedger.Ledger.class);
        assertThat(ledger.entries()).hasSize(4);
        assertThat(ledger.balances().stream().mapToLong(GetLedger.Balance::amount).sum()).isZero();
        assertThat(ledger.balances()).contains(new GetLedger.Balance("PROVIDER_CLEARING", "EUR", 6_000));
        assertThat(shop.souk.call(finance, "GET", "/payments/ledger?from=yesterday", null).code()).isEqualTo("PERIOD_INVALID");
    }

    @Test
    void a_service_asks_for_a_payment_over_http() {
        var one = purchase(500, "tok_visa");
        var wanted = new PaymentRoutes.AuthorizeRequest(
                one.paymentId(), one.orderId(), one.checkoutId(), UUID.randomUUID(), one.customerId(), 500L, "EUR",
                "tok_visa", null, null, "DE");
        var answer = shop.souk.call(staff(Role.SERVICE), "POST", "/payments/authorize", wanted);
        assertThat(answer.status()).isEqualTo(201);
        shop.quiet();
        assertThat(shop.said(one, PaymentAuthorized.class)).hasSize(1);
        var card = new PaymentRoutes.AuthorizeRequest(
                one.paymentId(), one.orderId(), one.checkoutId(), UUID.randomUUID(), one.customerId(), 500L, "EUR",
                "4111111111111111", null, null, "DE");
        assertThat(shop.souk.call(staff(Role.SERVICE), "POST", "/payments/authorize", card).code())
                .isEqualTo("CARD_NUMBER_REFUSED");
    }

    @Test
    void finance_captures_by_hand_after_a_mismatch_also_in_part() {
        var one = purchase(10_000, "tok_visa");
        shop.deliver(authorize(one));
        shop.deliver(submitted(one, 9_000), confirmed(one));
        var path = "/payments/" + one.paymentId() + "/captures";
        assertThat(shop.souk.call(finance, "POST", path, new PaymentRoutes.CaptureRequest(10_001L)).code())
                .isEqualTo("CAPTURE_NOT_POSSIBLE");
        assertThat(shop.souk.call(finance, "POST", path, new PaymentRoutes.CaptureRequest(9_000L)).status()).isEqualTo(202);
        shop.quiet();
        assertThat(shop.said(one, PaymentCaptured.class)).singleElement().matches(e -> e.amount() == 9_000);
        shop.moneyIsConserved();
    }

    @Test
    void fraud_is_voided_and_the_checkout_told() {
        var one = purchase(500, "tok_fraud");
        shop.deliver(authorize(one));
        assertThat(shop.said(one, PaymentFailed.class))
                .singleElement()
                .matches(e -> "FRAUD_REJECTED".equals(e.reasonDetail()) && e.reason().equals("PROCESSING_ERROR"));
        assertThat(shop.said(one, PaymentAuthorized.class)).isEmpty();
        assertThat(shop.atProvider(one).status()).isEqualTo(Answer.Status.VOIDED);
        shop.moneyIsConserved();
    }

    @Test
    void a_doubt_goes_on_and_a_person_decides_once() {
        var one = purchase(500, "tok_review");
        shop.deliver(authorize(one));
        assertThat(shop.said(one, FraudCheckReviewRequired.class)).hasSize(1);
        assertThat(shop.said(one, PaymentAuthorized.class)).hasSize(1);
        var analyst = staff(Role.FRAUD_ANALYST);
        var review = shop.souk.call(analyst, "GET", "/payments/fraud-checks", null)
                .body(FinanceRoutes.Reviews.class)
                .reviews()
                .stream()
                .filter(r -> r.paymentId().equals(one.paymentId()))
                .findFirst()
                .orElseThrow();
        var path = "/payments/fraud-checks/" + review.fraudCheckId() + "/decision";
        assertThat(shop.souk.call(analyst, "POST", path, new FinanceRoutes.DecisionRequest("MAYBE", "note")).code())
                .isEqualTo("DECISION_INVALID");
        assertThat(shop.souk.call(analyst, "POST", path, new FinanceRoutes.DecisionRequest("REJECT", "stolen")).status())
                .isEqualTo(200);
        assertThat(shop.souk.call(analyst, "POST", path, new FinanceRoutes.DecisionRequest("ACCEPT", "fine")).code())
                .isEqualTo("FRAUD_CHECK_DECIDED");
        assertThat(shop.said(one, FraudReviewDecided.class)).singleElement().matches(e -> e.decision().equals("REJECT"));
    }

    @Test
    void the_providers_list_is_held_against_ours() {
        aShopOfItsOwn();
        shop.captured(10_000);
        shop.authorized();
        shop.psp.authorize("elsewhere", new Authorize(777, "EUR", "tok_visa", null, null));
        var run = shop.souk.call(
                        finance, "POST", "/payments/reconciliations", new FinanceRoutes.ReconcileRequest("2026-01-05"))
                .body(FinanceRoutes.RunStarted.class);
        shop.quiet();
        var result = shop.souk.call(finance, "GET", "/payments/reconciliations/" + run.runId(), null)
                .body(GetReconciliation.Run.class);
        assertThat(result.matched()).isEqualTo(2);
        assertThat(result.items()).singleElement().matches(i -> i.kind().equals("UNKNOWN_HERE"));
        assertThat(shop.souk.published(PaymentReconciled.class)).singleElement().matches(e -> e.mismatches() == 1);
        assertThat(shop.souk.call(finance, "POST", "/payments/reconciliations", new FinanceRoutes.ReconcileRequest("soon")).code())
                .isEqualTo("DAY_INVALID");
    }

    @Test
    void every_night_at_two_yesterday_is_reconciled_once() {
        aShopOfItsOwn();
        shop.captured(10_000);
        shop.souk.clock().set(Instant.parse("2026-01-06T01:59:00Z"));
        shop.souk.sweep("reconciliation");
        shop.quiet();
        var before = shop.souk.published(PaymentReconciled.class).size();
        shop.souk.clock().set(Instant.parse("2026-01-06T02:00:00Z"));
        shop.souk.sweep("reconciliation");
        shop.souk.sweep("reconciliation");
        shop.quiet();
        assertThat(before).isZero();
        assertThat(shop.souk.published(PaymentReconciled.class)).singleElement().matches(e -> e.matched() == 1);
    }

    @Test
    void an_authorization_that_grows_old_raises_an_alarm() {
        aShopOfItsOwn();
        shop.authorized();
        shop.souk.clock().advance(Duration.ofDays(6));
        shop.souk.sweep("reconciliation");
        shop.quiet();
        assertThat(shop.souk.ask(new ListPaymentAlarms(10))).anyMatch(a -> a.kind().equals("AUTHORIZATION_EXPIRING"));
    }

    @Test
    void settings_change_the_rules_of_the_fraud_gate() {
        try (var strict = Shop.with(Map.of("payment.fraud.blocklist", "DE", "payment.fraud.review-amount", "1"))) {
            strict.authorized();
            assertThat(strict.souk.published(PaymentFailed.class)).hasSize(1);
        }
        try (var strict = Shop.with(Map.of("payment.fraud.review-amount", "12345"))) {
            strict.authorized();
            assertThat(strict.souk.published(FraudCheckReviewRequired.class)).hasSize(1);
        }
    }

    @Test
    void the_amount_counts_for_the_fraud_gate_also_after_an_action_of_the_shopper() {
        try (var strict = Shop.with(Map.of("payment.fraud.review-amount", "500"))) {
            var one = purchase(500, "tok_3ds");
            strict.deliver(authorize(one));
            strict.psp.action(strict.said(one, PaymentActionRequired.class).getFirst().clientRef(), true);
            strict.later(Duration.ofSeconds(61));
            assertThat(strict.said(one, FraudCheckReviewRequired.class)).hasSize(1);
        }
    }
}
