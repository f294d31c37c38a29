package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.payment.db.Call;
import dev.souk.payment.domain.Backoff;
import dev.souk.payment.domain.RefundLimits;
import dev.souk.payment.domain.TermsCheck;
import dev.souk.standin.payment.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartTest {
    @Test
    void a_call_whose_worker_died_is_made_after_its_lease() {
        try (var shop = Shop.inProcess()) {
            shop.faults(Faults.NONE.withTimeoutAfter(1));
            var one = Shop.aPurchase();
            shop.deliver(authorize(one));
            // as if the process had died between the provider's answer and ours
            shop.souk.write(tx -> tx.sql("update provider_call set attempts = 0, next_due = ? where payment_id = ?")
                    .params(tx.now().plusSeconds(60), one.paymentId())
                    .update());
            shop.faults(Faults.NONE);
            shop.later(Duration.ofSeconds(30));
            assertThat(shop.payment(one).status()).isEqualTo("REQUESTED");
            shop.later(Duration.ofSeconds(30));
            assertThat(shop.payment(one).status()).isEqualTo("AUTHORIZED");
            shop.moneyIsConserved();
        }
    }

    @Test
    void after_a_start_what_was_under_way_is_due_at_once() {
        try (var shop = Shop.inProcess()) {
            shop.faults(Faults.NONE.withTimeoutAfter(1));
            var one = Shop.aPurchase();
            shop.deliver(authorize(one));
            shop.souk.write(tx -> tx.sql("update provider_call set attempts = 0, next_due = ?")
                    .params(tx.now().plusSeconds(60))
                    .update());
            shop.faults(Faults.NONE);
            shop.souk.write(tx -> {
                dev.souk.payment.db.Calls.reclaim(tx);
                return true;
            });
            List<Call> due = shop.souk.write(tx -> dev.souk.payment.db.Calls.claim(tx, 10));
            assertThat(due).singleElement().matches(call -> call.request().paymentId().equals(one.paymentId()));
        }
    }

    @Test
    void questions_come_quickly_at_first_and_never_stop() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(5)).isEqualTo(Duration.ofSeconds(60));
        assertThat(Backoff.after(1_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void limits_are_in_whole_units_of_each_currency() {
        var limits = new RefundLimits(200, 500);
        assertThat(limits.withinSupport(20_000, "EUR")).isTrue();
        assertThat(limits.withinSupport(20_001, "EUR")).isFalse();
        assertThat(limits.withinSupport(200, "JPY")).isTrue();
        assertThat(limits.withinSupport(201, "JPY")).isFalse();
        assertThat(limits.needsSecondPerson(500_001, "KWD")).isTrue();
    }

    @Test
    void card_numbers_are_recognised_and_tokens_are_not() {
        assertThat(TermsCheck.cardNumber("4242424242424242")).isTrue();
        assertThat(TermsCheck.cardNumber("pay with 3782-822463-10005 please")).isTrue();
        assertThat(TermsCheck.cardNumber("tok_visa")).isFalse();
        assertThat(TermsCheck.cardNumber("pm_1NzQ2eLkdIwHu7ixS0Kzb0qM")).isFalse();
        assertThat(TermsCheck.problem(5, "EUR", "tok visa")).isEqualTo("PAYMENT_METHOD_INVALID");
        assertThat(TermsCheck.problem(-1, "EUR", "tok_visa")).isEqualTo("AMOUNT_INVALID");
        assertThat(TermsCheck.problem(1, "ABC", "tok_visa")).isEqualTo("CURRENCY_UNKNOWN");
    }
}
