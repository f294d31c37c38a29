package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static dev.souk.payment.Shop.cancelled;
import static dev.souk.payment.Shop.confirmed;
import static dev.souk.payment.Shop.purchase;
import static dev.souk.payment.Shop.submitted;
import static dev.souk.payment.Shop.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.platform.messaging.Message;
import dev.souk.standin.payment.Faults;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything in process and over HTTP.
class UnreliableProviderTest {
    private static Shop shop(boolean http) {
        return http ? Shop.overHttp() : Shop.inProcess();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_answer_that_got_lost_is_asked_for_again_and_charged_once(boolean http) {
        try (var shop = shop(http)) {
            var one = Shop.aPurchase();
            shop.faults(Faults.NONE.withTimeoutAfter(1));
            shop.deliver(authorize(one));
            assertThat(shop.payment(one).status()).isEqualTo("REQUESTED");
            shop.later(Duration.ofSeconds(1));
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(2));
            assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
            assertThat(shop.souk.published(PaymentFailed.class)).isEmpty();

            shop.faults(Faults.NONE.withTimeoutAfter(1));
            shop.deliver(submitted(one), confirmed(one));
            assertThat(shop.souk.published(PaymentCaptured.class)).isEmpty();
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(1));
            assertThat(shop.souk.published(PaymentCaptured.class)).hasSize(1);
            assertThat(shop.psp.ledger(1, 10)).hasSize(2);
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_provider_that_is_down_is_never_taken_for_a_no(boolean http) {
        try (var shop = shop(http)) {
            var one = Shop.aPurchase();
            shop.faults(Faults.NONE.withFailBefore(1));
            shop.deliver(authorize(one));
            for (int i = 0; i < 6; i++) {
                shop.later(Duration.ofMinutes(3));
            }
            assertThat(shop.souk.published(PaymentFailed.class)).isEmpty();
            shop.faults(Faults.NONE);
            shop.later(Duration.ofMinutes(15));
            assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_void_while_the_result_is_unknown_is_answered_at_once_and_ends_without_money(boolean http) {
        try (var shop = shop(http)) {
            var arrived = Shop.aPurchase();
            shop.faults(Faults.NONE.withTimeoutAfter(1));
            shop.deliver(authorize(arrived));
            shop.faults(Faults.NONE.withFailBefore(1));
            var never = Shop.aPurchase();
            shop.deliver(authorize(never));
            shop.deliver(voiding(arrived), voiding(never));
            assertThat(shop.souk.published(PaymentVoided.class)).hasSize(2);
            assertThat(shop.payment(arrived).status()).isEqualTo("VOID_PENDING");
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(2));
            assertThat(shop.payment(arrived).status()).isEqualTo("VOIDED");
            assertThat(shop.payment(never).status()).isEqualTo("VOIDED");
            assertThat(shop.provider().open()).isZero();
            assertThat(shop.souk.published(PaymentAuthorized.class)).isEmpty();
            assertThat(shop.psp.findByKey(never.paymentId() + ":authorize")).isEmpty();
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_order_cancelled_while_its_capture_is_unknown_ends_without_money(boolean http) {
        try (var shop = shop(http)) {
            var taken = shop.authorized();
            var untouched = shop.authorized();
            shop.faults(Faults.NONE.withTimeoutAfter(1));
            shop.deliver(submitted(taken), confirmed(taken));
            shop.faults(Faults.NONE.withFailBefore(1));
            shop.deliver(submitted(untouched), confirmed(untouched));
            shop.deliver(cancelled(taken), cancelled(untouched));
            assertThat(shop.souk.published(PaymentVoided.class)).isEmpty();
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(2));
            assertThat(shop.souk.published(PaymentVoided.class))
                    .extracting(PaymentVoided::paymentId)
                    .containsExactly(untouched.paymentId());
            assertThat(shop.souk.published(PaymentRefunded.class))
                    .extracting(PaymentRefunded::paymentId)
                    .containsExactly(taken.paymentId());
            assertThat(shop.provider().captured() - shop.provider().refunded()).isZero();
            assertThat(shop.provider().open()).isZero();
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_slow_provider_answers_late_and_still_counts_once(boolean http) {
        try (var shop = shop(http)) {
            shop.faults(Faults.NONE.withDelayMillis(http ? 600 : 30));
            var one = Shop.aPurchase();
            shop.deliver(authorize(one));
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(2));
            assertThat(shop.souk.published(PaymentAuthorized.class)).hasSize(1);
            shop.moneyIsConserved();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void with_every_fault_at_once_every_payment_ends_and_no_money_is_lost(boolean http) {
        try (var shop = shop(http)) {
            shop.faults(new Faults(0, 0.3, 0.3, 0.2, 0, 0, 0, 0, 0, 42));
            var purchases = new ArrayList<Shop.Purchase>();
            var messages = new ArrayList<Message>();
            for (int i = 0; i < 40; i++) {
                purchases.add(purchase(1_000 + i, "tok_visa"));
                messages.add(authorize(purchases.getLast()));
            }
            shop.deliver(messages.toArray(Message[]::new));
            settle(shop);
            messages.clear();
            for (int i = 0; i < purchases.size(); i++) {
                var one = purchases.get(i);
                switch (i % 4) {
                    case 0 -> messages.add(voiding(one));
                    case 1 -> {
                        messages.add(submitted(one));
                        messages.add(confirmed(one));
                        messages.add(cancelled(one));
                    }
                    default -> {
                        messages.add(submitted(one));
                        messages.add(confirmed(one));
                    }
                }
            }
            shop.deliver(messages.toArray(Message[]::new));
            settle(shop);
            assertThat(purchases)
                    .allSatisfy(p -> assertThat(shop.payment(p).status()).isIn("CAPTURED", "FAILED", "VOIDED"));
            assertThat(shop.provider().open()).isZero();
            shop.moneyIsConserved();
        }
    }

    private static void settle(Shop shop) {
        for (int i = 0; i < 12; i++) {
            shop.later(Duration.ofMinutes(61));
        }
        shop.faults(Faults.NONE);
        shop.later(Duration.ofMinutes(61));
    }
}
