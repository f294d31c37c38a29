package dev.souk.checkout;

import dev.souk.checkout.domain.Saga;
import dev.souk.checkout.domain.State;
import dev.souk.checkout.domain.Step;
import dev.souk.contracts.checkout.GetCheckoutCourse.Expected;
import java.util.List;

/// What a checkout waits for, in the words of its messages.
final class Expectations {
    private Expectations() {}

    static List<Expected> of(Saga saga) {
        return switch (saga.state()) {
            case State.Asked(var step) -> List.of(answer(step));
            case State.AwaitingShopper _ -> List.of(new Expected(
                    Step.AUTHORIZE.name(), "ConfirmPaymentAction", "payment", List.of("PaymentAuthorized", "PaymentFailed")));
            case State.Undoing(var _, var undo) -> undo.open().stream().map(Expectations::undone).toList();
            case State.Failed(var _, var undo, var _) -> undo.open().stream().map(Expectations::undone).toList();
            case State.Completed _ -> List.of();
        };
    }

    private static Expected answer(Step step) {
        return switch (step) {
            case RESERVE -> expected(step, "ReserveInventory", "inventory", "InventoryReserved", "InventoryUnavailable");
            case HOLD_COUPON -> expected(step, "HoldCoupon", "promotion", "CouponHeld", "CouponRejected");
            case HOLD_POINTS -> expected(step, "ReserveRewardPoints", "customer", "RewardPointsHeld", "RewardPointsRejected");
            case AUTHORIZE -> expected(
                    step, "AuthorizePayment", "payment", "PaymentAuthorized", "PaymentActionRequired", "PaymentFailed");
            case COMMIT -> expected(
                    step, "CommitReservation", "inventory", "ReservationCommitted", "ReservationCommitRejected");
            case CREATE_ORDER -> expected(step, "CreateOrder", "order", "OrderCreated", "OrderRejected");
        };
    }

    private static Expected undone(Step step) {
        return switch (step) {
            case RESERVE, COMMIT -> expected(step, "ReleaseInventory", "inventory", "InventoryReleased");
            case HOLD_COUPON -> expected(step, "ReleaseCoupon", "promotion", "CouponReleased");
            case HOLD_POINTS -> expected(step, "ReleaseRewardPoints", "customer", "RewardPointsReleased");
            case AUTHORIZE -> expected(step, "VoidPayment", "payment", "PaymentVoided");
            case CREATE_ORDER -> throw new IllegalStateException("an order that was asked for is never undone here");
        };
    }

    private static Expected expected(Step step, String command, String context, String... events) {
        return new Expected(step.name(), command, context, List.of(events));
    }
}
