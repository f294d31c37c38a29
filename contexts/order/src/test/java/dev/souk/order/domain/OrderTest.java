package dev.souk.order.domain;

import static dev.souk.order.domain.OrderStatus.AWAITING_FULFILMENT;
import static dev.souk.order.domain.OrderStatus.CANCELLED;
import static dev.souk.order.domain.OrderStatus.CONFIRMED;
import static dev.souk.order.domain.OrderStatus.FULFILLING;
import static dev.souk.order.domain.OrderStatus.ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(15);

    @Test
    void a_capture_begins_the_grace_period() {
        var step = an(CONFIRMED).captured(10_000, NOW, GRACE);

        assertThat(step.order().status()).isEqualTo(AWAITING_FULFILMENT);
        assertThat(step.order().captured()).isEqualTo(10_000);
        assertThat(step.facts())
                .containsExactly(
                        new Fact.StatusChanged(CONFIRMED, AWAITING_FULFILMENT, "PAYMENT_CAPTURED", null),
                        new Fact.FulfilmentDue(NOW.plus(GRACE)));
    }

    @Test
    void a_capture_heard_twice_changes_nothing() {
        var once = an(CONFIRMED).captured(10_000, NOW, GRACE).order();

        assertThat(once.captured(10_000, NOW, GRACE)).isEqualTo(new Step(once, List.of()));
    }

    @Test
    void a_capture_of_a_held_order_leaves_it_on_hold_and_its_release_leads_on() {
        var hold = aHold(HoldReason.FRAUD_REVIEW, true);
        var held = an(CONFIRMED).heldByPlatform(hold).order();
        var paid = held.captured(10_000, NOW, GRACE).order();
        var released = paid.release(hold, "fine", "someone", NOW);

        assertThat(paid.status()).isEqualTo(ON_HOLD);
        assertThat(released.order().status()).isEqualTo(AWAITING_FULFILMENT);
        assertThat(released.facts()).contains(new Fact.FulfilmentDue(NOW));
    }

    @Test
    void a_capture_lifts_the_hold_that_its_failure_placed() {
        var held = an(CONFIRMED)
                .captureFailed("CARD_DECLINED", true, aHold(HoldReason.PAYMENT_REVIEW, true))
                .order();
        var paid = held.captured(10_000, NOW, GRACE).order();

        assertThat(held.status()).isEqualTo(ON_HOLD);
        assertThat(held.payment()).isEqualTo(PaymentStatus.CAPTURE_FAILED);
        assertThat(paid.status()).isEqualTo(AWAITING_FULFILMENT);
        assertThat(paid.holds()).isEmpty();
    }

    @Test
    void captures_that_fail_again_hold_once_and_the_last_one_ends_the_order() {
        var once = an(CONFIRMED)
                .captureFailed("PROCESSING_ERROR", true, aHold(HoldReason.PAYMENT_REVIEW, true))
                .order();
        var twice = once.captureFailed("PROCESSING_ERROR", true, aHold(HoldReason.PAYMENT_REVIEW, true)).order();
        var last = twice.captureFailed("PROCESSING_ERROR", false, aHold(HoldReason.PAYMENT_REVIEW, true));

        assertThat(twice.holds()).hasSize(1);
        assertThat(last.order().status()).isEqualTo(CANCELLED);
        assertThat(last.facts())
                .contains(new Fact.Cancelled(
                        CancelReason.PAYMENT_FAILED, "PAYMENT_REVIEW_FAILED", null, 10_000, ON_HOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, CONFIRMED, true",
        "CUSTOMER, ON_HOLD, true",
        "CUSTOMER, AWAITING_FULFILMENT, true",
        "CUSTOMER, FULFILLING, false",
        "STAFF, CONFIRMED, true",
        "STAFF, ON_HOLD, true",
        "STAFF, AWAITING_FULFILMENT, true",
        "STAFF, FULFILLING, true",
        "PLATFORM, FULFILLING, true"
    })
    void who_may_cancel_in_which_state(CancelPolicy who, OrderStatus status, boolean allowed) {
        var outcome = an(status).cancel(who, CancelReason.CUSTOMER_REQUESTED, null, null);

        if (allowed) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isEqualTo(Outcome.refused(new OrderRefusal.TooLateToCancel(status)));
        }
    }

    @ParameterizedTest
    @EnumSource(CancelPolicy.class)
    void cancelling_a_cancelled_order_changes_nothing(CancelPolicy who) {
        var order = an(CANCELLED);

        assertThat(order.cancel(who, CancelReason.CUSTOMER_REQUESTED, null, null))
                .isEqualTo(Outcome.done(new Step(order, List.of())));
    }

    @ParameterizedTest
    @EnumSource(value = CancelReason.class, names = "CUSTOMER_REQUESTED", mode = EnumSource.Mode.EXCLUDE)
    void customers_give_no_reasons_but_their_own(CancelReason reason) {
        assertThat(an(CONFIRMED).cancel(CancelPolicy.CUSTOMER, reason, null, null))
                .isEqualTo(Outcome.refused(new OrderRefusal.ReasonNotAllowed(reason)));
    }

    @Test
    void what_is_due_back_is_what_was_taken_less_what_went_back() {
        var paid = an(CONFIRMED).captured(10_000, NOW, GRACE).order();

        assertThat(an(CONFIRMED).refundDue()).isEqualTo(10_000);
        assertThat(paid.refundDue()).isEqualTo(10_000);
        assertThat(paid.refunded(4_000).order().refundDue()).isEqualTo(6_000);
        assertThat(paid.refunded(4_000).order().payment()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
        assertThat(paid.refunded(10_000).order().payment()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @ParameterizedTest
    @EnumSource(value = OrderStatus.class, names = {"FULFILLING", "CANCELLED"})
    void it_is_too_late_to_hold(OrderStatus status) {
        assertThat(an(status).hold(aHold(HoldReason.ADDRESS_VERIFICATION, false)))
                .isEqualTo(Outcome.refused(new OrderRefusal.NotHoldable(status)));
    }

    @Test
    void the_order_goes_on_only_with_the_last_hold() {
        var first = aHold(HoldReason.ADDRESS_VERIFICATION, false);
        var second = aHold(HoldReason.FRAUD_REVIEW, true);
        var both = an(CONFIRMED).heldByPlatform(first).order().heldByPlatform(second).order();
        var one = both.release(first, "fine", "someone", NOW).order();

        assertThat(both.holds()).containsExactly(first, second);
        assertThat(one.status()).isEqualTo(ON_HOLD);
        assertThat(one.release(second, "fine", "someone", NOW).order().status()).isEqualTo(CONFIRMED);
    }

    @Test
    void the_fraud_desk_releases_or_ends() {
        var held = an(CONFIRMED).heldByPlatform(aHold(HoldReason.FRAUD_REVIEW, true)).order();

        assertThat(held.fraudDecided(true, "desk", NOW).order().status()).isEqualTo(CONFIRMED);
        assertThat(held.fraudDecided(false, "desk", NOW).order().status()).isEqualTo(CANCELLED);
        assertThat(an(FULFILLING).fraudDecided(false, "desk", NOW).order().status()).isEqualTo(CANCELLED);
        assertThat(an(CANCELLED).fraudDecided(false, "desk", NOW).facts()).isEmpty();
    }

    @Test
    void an_expired_reservation_ends_only_the_order_that_points_at_it() {
        var order = an(CONFIRMED);
        var hold = aHold(HoldReason.INVENTORY_RECHECK, true);

        assertThat(order.reservationExpired(UUID.randomUUID(), hold).facts()).isEmpty();
        var ended = order.reservationExpired(order.reservationId(), hold);
        assertThat(ended.order().status()).isEqualTo(CANCELLED);
        assertThat(ended.facts()).contains(new Fact.Held(hold), new Fact.HoldEnded(hold));
    }

    @Test
    void a_late_capture_of_a_cancelled_order_is_only_noted() {
        var step = an(CANCELLED).captured(10_000, NOW, GRACE);

        assertThat(step.order().status()).isEqualTo(CANCELLED);
        assertThat(step.order().captured()).isEqualTo(10_000);
    }

    private static Order an(OrderStatus status) {
        long captured = status == AWAITING_FULFILMENT || status == FULFILLING ? 10_000 : 0;
        return new Order(
                7, new UUID(0, 1), new UUID(0, 2), status, 3, 10_000, "EUR", new UUID(0, 3),
                ReservationStatus.COMMITTED, new UUID(0, 4),
                captured > 0 ? PaymentStatus.CAPTURED : PaymentStatus.AUTHORIZED, captured, 0, List.of());
    }

    private static Hold aHold(HoldReason reason, boolean automatic) {
        return new Hold(UUID.randomUUID(), reason, NOW.plus(Duration.ofDays(1)), null, NOW, automatic);
    }
}
