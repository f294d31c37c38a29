package dev.souk.checkout.domain;

import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.platform.messaging.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way back: everything that was asked for is undone, the latest first and all at once, whether or not it was
/// answered. The participants remember an undone id, so an undo that overtakes its step also ends clean.
final class Retreat {
    static final Duration REPLY = Duration.ofSeconds(10);

    private Retreat() {}

    /// Gives up at `step`, whose effect is unknown or known to be there.
    static Next from(Step step, Failure failure, Saga saga, Instant now) {
        return begin(failure, steps(saga, step), saga, now);
    }

    /// Gives up because `step` was refused, and so holds nothing.
    static Next refusedAt(Step step, Failure failure, Saga saga, Instant now) {
        return begin(failure, steps(saga, step).stream().filter(s -> s != step).toList(), saga, now);
    }

    private static List<Step> steps(Saga saga, Step last) {
        return Arrays.asList(Step.values()).reversed().stream()
                .filter(s -> last.atOrAfter(s) && s.undoable() && saga.purchase().takes(s))
                .toList();
    }

    private static Next begin(Failure failure, List<Step> open, Saga saga, Instant now) {
        if (open.isEmpty()) {
            return fail(failure, new Undo(open, List.of()), saga, now);
        }
        var undoing = new State.Undoing(failure, new Undo(open, List.of()));
        return Next.to(saga.turned(undoing, Pace.first(REPLY, now), "UNDO_" + failure.reason(), now))
                .takeBack(open);
    }

    static Next on(Saga saga, Message message, Instant now) {
        var undone = undoneBy(message);
        if (undone != null) {
            return answered(saga, undone, now);
        }
        var late = doneBy(message);
        return late == null ? Next.to(saga) : turnedUp(saga, late, now);
    }

    private static Next answered(Saga saga, Step step, Instant now) {
        return switch (saga.state()) {
            case State.Undoing(var failure, var undo) when undo.open().contains(step) -> {
                var rest = undo.answered(step);
                yield rest.open().isEmpty()
                        ? fail(failure, rest, saga, now)
                        : Next.to(saga.turned(new State.Undoing(failure, rest), saga.pace(), undid(step), now));
            }
            case State.Failed(var failure, var undo, var at) when undo.open().contains(step) -> {
                var rest = undo.answered(step);
                var pace = rest.open().isEmpty() ? saga.pace().over() : saga.pace();
                yield Next.to(saga.turned(new State.Failed(failure, rest, at), pace, undid(step), now));
            }
            default -> Next.to(saga);
        };
    }

    /// A success after the undo of it was answered, or was not thought necessary.
    private static Next turnedUp(Saga saga, Step step, Instant now) {
        var pace = Pace.first(REPLY, now);
        return switch (saga.state()) {
            case State.Undoing(var failure, var undo) when !undo.open().contains(step) ->
                Next.to(saga.turned(new State.Undoing(failure, undo.reopened(step)), pace, "LATE_" + step, now))
                        .takeBack(List.of(step));
            case State.Failed(var failure, var undo, var at) when !undo.open().contains(step) ->
                Next.to(saga.turned(new State.Failed(failure, undo.reopened(step), at), pace, "LATE_" + step, now))
                        .takeBack(List.of(step));
            default -> Next.to(saga);
        };
    }

    private static Next fail(Failure failure, Undo undo, Saga saga, Instant now) {
        var purchase = saga.purchase();
        return Next.to(saga.turned(new State.Failed(failure, undo, now), saga.pace().over(), "FAILED", now))
                .publish(new CheckoutFailed(
                        purchase.checkoutId(),
                        purchase.cartId(),
                        purchase.orderId(),
                        failure.step().name(),
                        failure.reason().name(),
                        failure.detail(),
                        undo.done().stream().map(Step::name).toList(),
                        now));
    }

    private static String undid(Step step) {
        return "UNDONE_" + step;
    }

    private static @Nullable Step undoneBy(Message message) {
        return switch (message) {
            case InventoryReleased _ -> Step.RESERVE;
            case CouponReleased _ -> Step.HOLD_COUPON;
            case RewardPointsReleased _ -> Step.HOLD_POINTS;
            case PaymentVoided _ -> Step.AUTHORIZE;
            default -> null;
        };
    }

    private static @Nullable Step doneBy(Message message) {
        return switch (message) {
            case InventoryReserved _, ReservationCommitted _ -> Step.RESERVE;
            case CouponHeld _ -> Step.HOLD_COUPON;
            case RewardPointsHeld _ -> Step.HOLD_POINTS;
            case PaymentAuthorized _ -> Step.AUTHORIZE;
            default -> null;
        };
    }
}
