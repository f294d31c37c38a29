package dev.souk.checkout.domain;

import static dev.souk.checkout.domain.Failure.Reason.CANCELLED;
import static dev.souk.checkout.domain.Failure.Reason.COUPON_REJECTED;
import static dev.souk.checkout.domain.Failure.Reason.FRAUD;
import static dev.souk.checkout.domain.Failure.Reason.OUT_OF_STOCK;
import static dev.souk.checkout.domain.Failure.Reason.PAYMENT_FAILED;
import static dev.souk.checkout.domain.Failure.Reason.PRICE_CHANGED;
import static dev.souk.checkout.domain.Failure.Reason.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.checkout.Replies;
import dev.souk.contracts.checkout.CheckoutActionRequired;
import dev.souk.contracts.checkout.CheckoutCompleted;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.CheckoutStarted;
import dev.souk.contracts.checkout.CheckoutStuck;
import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Duration DEADLINE = Duration.ofMinutes(14);

    private final Replies says = Replies.toACart();
    private final Replies coupon = Replies.toACartWithACoupon();
    private final Replies points = Replies.toACartWithPoints();

    private Script started() {
        return Script.of(says).expect(CheckoutStarted.class, ReserveInventory.class);
    }

    private Script authorizing() {
        return started().hears(says.reserved()).expect(AuthorizePayment.class);
    }

    private Script committing() {
        return authorizing().hears(says.authorized()).expect(CommitReservation.class);
    }

    private Script ordering() {
        return committing().hears(says.committed()).expect(CreateOrder.class);
    }

    private Script holding() {
        return Script.of(coupon).hears(coupon.reserved()).expect(HoldCoupon.class);
    }

    private Script holdingPoints() {
        return Script.of(points)
                .hears(points.reserved(), points.held())
                .expect(HoldCoupon.class, ReserveRewardPoints.class);
    }

    @Test
    void points_are_held_between_coupon_and_payment_and_named_by_the_order() {
        var script = holdingPoints()
                .hears(points.pointsHeld()).expect(AuthorizePayment.class)
                .hears(points.authorized(), points.committed())
                .expect(CommitReservation.class, CreateOrder.class);
        var held = script.last(ReserveRewardPoints.class);
        assertThat(held.points()).isEqualTo(50);
        assertThat(held.amount()).isEqualTo(500);
        assertThat(script.last(CreateOrder.class).points())
                .isEqualTo(new CreateOrder.Points(held.holdId(), 50, 500));
    }

    @Test
    void points_that_are_not_there_any_more_are_a_changed_price() {
        holdingPoints()
                .hears(points.pointsRejected()).expect(ReleaseCoupon.class, ReleaseInventory.class)
                .hears(points.couponReleased(), points.released())
                .expectFailure(Failure.Reason.PRICE_CHANGED, "HOLD_COUPON", "RESERVE");
    }

    @Test
    void a_declined_payment_gives_points_back() {
        holdingPoints()
                .hears(points.pointsHeld(), points.declined())
                .expect(AuthorizePayment.class, ReleaseRewardPoints.class, ReleaseCoupon.class, ReleaseInventory.class)
                .hears(points.pointsReleased(), points.couponReleased(), points.released())
                .expectFailure(Failure.Reason.PAYMENT_FAILED, "HOLD_POINTS", "HOLD_COUPON", "RESERVE");
    }

    @Test
    void points_that_turn_up_after_they_were_given_back_are_given_back_again() {
        holdingPoints()
                .cancelled().expect(ReleaseRewardPoints.class, ReleaseCoupon.class, ReleaseInventory.class)
                .hears(points.pointsReleased(), points.pointsHeld())
                .expect(ReleaseRewardPoints.class)
                .hears(points.pointsReleased(), points.couponReleased(), points.released())
                .expectFailure(Failure.Reason.CANCELLED, "HOLD_POINTS", "HOLD_COUPON", "RESERVE");
    }

    @Test
    void five_answers_make_an_order() {
        var script = ordering().hears(says.ordered()).expect(CheckoutCompleted.class);
        assertThat(script.facts()).isEqualTo(2);
        assertThat(script.saga().history().text())
                .isEqualTo("RESERVE@0 AUTHORIZE@0 COMMIT@0 CREATE_ORDER@0 COMPLETED@0");
        assertThat(script.saga().pace().dueAt()).isNull();
    }

    @Test
    void limited_promotions_are_held_before_money_is_asked_for() {
        var script = holding().hears(coupon.held()).expect(AuthorizePayment.class);
        script.hears(coupon.authorized(), coupon.committed(), coupon.ordered())
                .expect(CommitReservation.class, CreateOrder.class, CheckoutCompleted.class);
        assertThat(script.last(HoldCoupon.class).uses()).hasSize(1);
        var order = script.last(CreateOrder.class);
        assertThat(order.promotions().getFirst().holdId()).isEqualTo(script.saga().purchase().holdId());
        assertThat(order.promotions().getLast().holdId()).isNull();
        assertThat(order.payment()).isEqualTo(new CreateOrder.Payment("CARD", "visa", coupon.last4()));
    }

    @Test
    void missing_stock_ends_it_with_nothing_to_give_back() {
        var script = started().hears(says.unavailable()).expect(CheckoutFailed.class).expectFailure(OUT_OF_STOCK);
        assertThat(script.last(CheckoutFailed.class).detail().unavailableItems())
                .containsExactly(new CheckoutFailed.Unavailable("85123A", 6, 2));
    }

    @Test
    void a_rejected_coupon_gives_the_stock_back() {
        holding()
                .hears(coupon.couponRejected())
                .expect(ReleaseInventory.class)
                .hears(coupon.released())
                .expectFailure(COUPON_REJECTED, "RESERVE");
    }

    @Test
    void a_declined_payment_gives_stock_and_coupon_back_but_needs_no_void() {
        holding()
                .hears(coupon.held(), coupon.declined())
                .expect(AuthorizePayment.class, ReleaseCoupon.class, ReleaseInventory.class)
                .hears(coupon.released())
                .expectNothing()
                .hears(coupon.couponReleased())
                .expectFailure(PAYMENT_FAILED, "HOLD_COUPON", "RESERVE");
    }

    @Test
    void fraud_has_its_own_reason() {
        authorizing()
                .hears(says.fraud())
                .expect(ReleaseInventory.class)
                .hears(says.released())
                .expectFailure(FRAUD, "RESERVE");
    }

    @Test
    void a_capture_that_failed_is_not_an_authorization_that_failed() {
        authorizing().hears(says.captureFailed()).expectNothing();
    }

    @Test
    void the_shopper_may_have_to_act_and_the_payment_then_answers() {
        var script = authorizing().hears(says.actionRequired()).expect(CheckoutActionRequired.class);
        assertThat(script.last(CheckoutActionRequired.class).expiresAt())
                .isEqualTo(Replies.AT.plus(Duration.ofMinutes(10)));
        script.hears(says.actionRequired())
                .expectNothing()
                .resumed()
                .expect(ConfirmPaymentAction.class)
                .hears(says.authorized())
                .expect(CommitReservation.class)
                .resumed()
                .expectNothing();
    }

    @Test
    void a_shopper_who_does_not_act_in_ten_minutes_loses_the_checkout() {
        authorizing()
                .hears(says.actionRequired())
                .after(Duration.ofMinutes(9))
                .expectNothing()
                .after(Duration.ofMinutes(1))
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.released(), says.voided())
                .expectFailure(PAYMENT_FAILED, "AUTHORIZE", "RESERVE");
    }

    @Test
    void an_unknown_payment_result_is_asked_for_and_never_taken_for_a_failure() {
        var script = authorizing().after(Duration.ofSeconds(59)).expectNothing();
        script.after(Duration.ofSeconds(1)).expect(AuthorizePayment.class);
        assertThat(script.commandIds().getLast()).isEqualTo(script.commandIds().get(1));
        script.hears(says.authorized()).expect(CommitReservation.class);
    }

    @Test
    void at_the_deadline_an_unknown_payment_is_voided_and_the_checkout_fails_once_that_is_accepted() {
        authorizing()
                .after(DEADLINE)
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.released())
                .expectNothing()
                .hears(says.voided())
                .expectFailure(TIMEOUT, "AUTHORIZE", "RESERVE");
    }

    @Test
    void a_hold_that_expired_before_the_commit_undoes_everything() {
        committing()
                .hears(says.reservationExpired())
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.commitRejected())
                .expectNothing()
                .hears(says.released(), says.voided())
                .expectFailure(TIMEOUT, "AUTHORIZE", "RESERVE");
        committing()
                .hears(says.commitRejected())
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.voided(), says.released())
                .expectFailure(TIMEOUT, "AUTHORIZE", "RESERVE");
    }

    @Test
    void an_expired_hold_means_nothing_after_the_commit() {
        ordering().hears(says.reservationExpired(), says.released()).expectNothing();
    }

    @Test
    void stock_or_a_coupon_that_others_released_before_the_pivot_make_no_order() {
        started().hears(says.released()).expect(ReleaseInventory.class).hears(says.released()).expectFailure(TIMEOUT, "RESERVE");
        committing().hears(says.released()).expect(VoidPayment.class, ReleaseInventory.class);
        holding().hears(coupon.couponReleased()).expect(ReleaseCoupon.class, ReleaseInventory.class);
    }

    @Test
    void a_payment_that_was_voided_by_others_before_the_pivot_makes_no_order() {
        committing()
                .hears(says.voided())
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.voided(), says.released())
                .expectFailure(PAYMENT_FAILED, "AUTHORIZE", "RESERVE");
    }

    @Test
    void a_rejected_order_undoes_everything() {
        Script.of(coupon)
                .hears(coupon.reserved(), coupon.held(), coupon.authorized(), coupon.committed())
                .hears(coupon.orderRejected())
                .expect(VoidPayment.class, ReleaseCoupon.class, ReleaseInventory.class)
                .hears(coupon.voided(), coupon.couponReleased(), coupon.released())
                .expectFailure(PRICE_CHANGED, "AUTHORIZE", "HOLD_COUPON", "RESERVE");
    }

    @Test
    void after_the_order_was_asked_for_there_is_only_forward() {
        var script = ordering();
        script.after(DEADLINE).expect(CreateOrder.class).after(DEADLINE).expect(CreateOrder.class);
        assertThat(Wish.cancel(script.saga(), script.now()))
                .isEqualTo(Outcome.refused(new CheckoutRefusal.OrderOnItsWay()));
        script.hears(says.ordered()).expect(CheckoutCompleted.class);
    }

    @Test
    void the_shopper_may_cancel_at_every_step_before_that() {
        started()
                .cancelled()
                .expect(ReleaseInventory.class)
                .hears(says.reserved())
                .expectNothing()
                .cancelled()
                .expectNothing()
                .hears(says.released())
                .expectFailure(CANCELLED, "RESERVE")
                .cancelled()
                .expectNothing();
        holding()
                .cancelled()
                .expect(ReleaseCoupon.class, ReleaseInventory.class)
                .hears(coupon.couponRejected(), coupon.couponReleased(), coupon.released())
                .expectFailure(CANCELLED, "HOLD_COUPON", "RESERVE");
        authorizing()
                .cancelled()
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.authorized(), says.voided(), says.released())
                .expectFailure(CANCELLED, "AUTHORIZE", "RESERVE");
        authorizing().hears(says.actionRequired()).cancelled().expect(VoidPayment.class, ReleaseInventory.class);
        committing()
                .cancelled()
                .expect(VoidPayment.class, ReleaseInventory.class)
                .hears(says.committed(), says.voided(), says.released())
                .expectFailure(CANCELLED, "AUTHORIZE", "RESERVE");
    }

    @Test
    void the_deadline_holds_at_every_step_before_the_pivot() {
        started().after(DEADLINE).expect(ReleaseInventory.class);
        holding().after(DEADLINE).expect(ReleaseCoupon.class, ReleaseInventory.class);
        authorizing().after(DEADLINE).expect(VoidPayment.class, ReleaseInventory.class);
        committing().after(DEADLINE).expect(VoidPayment.class, ReleaseInventory.class);
    }

    @Test
    void repeated_and_reordered_answers_change_nothing() {
        committing().hears(says.reserved(), says.authorized(), says.unavailable(), says.cart()).expectNothing();
        var done = ordering().hears(says.ordered());
        done.hears(says.ordered(), says.committed(), says.authorized(), says.reserved(), says.declined(), says.released())
                .expectNothing();
        started().hears(says.committed(), says.ordered(), says.authorized()).expectNothing();
    }

    @Test
    void a_success_after_the_end_is_given_back_too_and_tells_nobody_twice() {
        var script = authorizing().hears(says.declined(), says.released()).expectFailure(PAYMENT_FAILED, "RESERVE");
        script.hears(says.authorized())
                .expect(VoidPayment.class)
                .hears(says.authorized())
                .expectNothing()
                .after(Duration.ofSeconds(10))
                .expect(VoidPayment.class)
                .hears(says.voided())
                .expectNothing()
                .after(DEADLINE)
                .expectNothing();
        started().hears(says.unavailable()).hears(says.reserved()).expect(ReleaseInventory.class);
    }

    @Test
    void a_success_while_giving_back_is_given_back_before_the_end_is_told() {
        authorizing()
                .hears(says.declined())
                .hears(says.authorized())
                .expect(VoidPayment.class)
                .hears(says.released())
                .expectNothing()
                .hears(says.voided())
                .expectFailure(PAYMENT_FAILED, "RESERVE", "AUTHORIZE");
    }

    @Test
    void a_step_is_asked_again_after_ten_seconds_and_then_more_and_more_slowly() {
        var script = started();
        for (var seconds : new int[] {10, 11, 12, 14, 18, 26, 40, 40}) {
            script.after(Duration.ofSeconds(seconds - 1)).expectNothing();
            script.after(Duration.ofSeconds(1)).expect(ReserveInventory.class);
        }
        assertThat(script.commandIds()).containsOnly(script.saga().purchase().commandId("ReserveInventory"));
    }

    @Test
    void giving_back_is_tried_for_ever_every_five_minutes_and_calls_for_help_after_ten_times() {
        var script = authorizing().cancelled();
        for (int attempt = 1; attempt < 10; attempt++) {
            script.after(Duration.ofMinutes(6)).expect(VoidPayment.class, ReleaseInventory.class);
        }
        script.after(Duration.ofMinutes(6)).expect(VoidPayment.class, ReleaseInventory.class, CheckoutStuck.class);
        assertThat(script.last(CheckoutStuck.class).attempts()).isEqualTo(10);
        script.after(Duration.ofMinutes(5)).expectNothing();
        script.after(Duration.ofMinutes(1)).expect(VoidPayment.class, ReleaseInventory.class);
        script.retried().expect(VoidPayment.class, ReleaseInventory.class);
        assertThat(script.saga().pace().attempts()).isEqualTo(1);
        script.hears(says.voided(), says.released()).expectFailure(CANCELLED, "AUTHORIZE", "RESERVE");
    }

    @Test
    void an_operator_can_ask_again_for_whatever_is_waited_for() {
        authorizing().retried().expect(AuthorizePayment.class);
        authorizing().hears(says.actionRequired()).retried().expect(ConfirmPaymentAction.class);
        var done = ordering().hears(says.ordered());
        assertThat(Wish.retry(done.saga(), done.now())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_cart_from_before_a_long_outage_is_not_bought_behind_the_shoppers_back() {
        Script.startedAt(says, Replies.AT.plus(DEADLINE).plusSeconds(1))
                .expect(CheckoutStarted.class, CheckoutFailed.class)
                .expectFailure(TIMEOUT);
    }
}
