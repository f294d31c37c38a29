package dev.souk.checkout.domain;

import static dev.souk.checkout.domain.Failure.Reason.CANCELLED;
import static dev.souk.checkout.domain.Failure.Reason.COUPON_REJECTED;
import static dev.souk.checkout.domain.Failure.Reason.FRAUD;
import static dev.souk.checkout.domain.Failure.Reason.OUT_OF_STOCK;
import static dev.souk.checkout.domain.Failure.Reason.PAYMENT_FAILED;
import static dev.souk.checkout.domain.Failure.Reason.PRICE_CHANGED;
import static dev.souk.checkout.domain.Failure.Reason.TIMEOUT;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.checkout.CheckoutActionRequired;
import dev.souk.contracts.checkout.CheckoutCompleted;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.CheckoutStarted;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsRejected;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderRejected;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponRejected;
import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.platform.messaging.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/// The way forward: what an answer means while a checkout still strives for its order. What does not fit the present
/// step is a repeat or came in another order, and changes nothing.
public final class Course {
    private static final Duration ACTION_WINDOW = Duration.ofMinutes(10);

    private Course() {}

    /// A cart that was checked out longer ago than any checkout may last has been opened again by its own watchdog;
    /// its order would come as a surprise.
    public static Next start(CartCheckedOut cart, Instant now) {
        var begun = Saga.begin(Purchase.of(cart, now), now);
        var purchase = begun.purchase();
        var started = Next.to(begun)
                .publish(new CheckoutStarted(
                        purchase.checkoutId(),
                        purchase.cartId(),
                        purchase.orderId(),
                        purchase.customerId(),
                        purchase.total(),
                        purchase.currency(),
                        purchase.deadline()));
        return cart.occurredAt().plus(Purchase.LIMIT).isBefore(now)
                ? Retreat.refusedAt(Step.RESERVE, Failure.of(Step.RESERVE, TIMEOUT, "TOO_OLD"), started.saga(), now)
                        .after(started)
                : started.ask(Step.RESERVE);
    }

    /// What `message` means to this checkout.
    public static Next on(Saga saga, Message message, Instant now) {
        return switch (saga.state()) {
            case State.Asked(var step) -> forward(saga, step, message, now);
            case State.AwaitingShopper _ -> forward(saga, Step.AUTHORIZE, message, now);
            case State.Undoing _, State.Failed _ -> Retreat.on(saga, message, now);
            case State.Completed _ -> Next.to(saga);
        };
    }

    private static Next forward(Saga saga, Step step, Message message, Instant now) {
        return switch (step) {
            case RESERVE -> reserving(saga, message, now);
            case HOLD_COUPON -> holding(saga, message, now);
            case HOLD_POINTS -> holdingPoints(saga, message, now);
            case AUTHORIZE -> authorizing(saga, message, now);
            case COMMIT -> committing(saga, message, now);
            case CREATE_ORDER -> ordering(saga, message, now);
        };
    }

    private static Next reserving(Saga saga, Message message, Instant now) {
        return switch (message) {
            case InventoryReserved _ -> askNext(saga, Step.HOLD_COUPON, now);
            case InventoryUnavailable no -> Retreat.refusedAt(Step.RESERVE, outOfStock(no), saga, now);
            default -> lost(saga, Step.RESERVE, message, now);
        };
    }

    private static Next holding(Saga saga, Message message, Instant now) {
        return switch (message) {
            case CouponHeld _ -> askNext(saga, Step.HOLD_POINTS, now);
            case CouponRejected no ->
                Retreat.refusedAt(
                        Step.HOLD_COUPON, Failure.of(Step.HOLD_COUPON, COUPON_REJECTED, no.reason()), saga, now);
            default -> lost(saga, Step.HOLD_COUPON, message, now);
        };
    }

    /// A quote that can no longer be had with points is a price that has changed.
    private static Next holdingPoints(Saga saga, Message message, Instant now) {
        return switch (message) {
            case RewardPointsHeld _ -> ask(saga, Step.AUTHORIZE, now);
            case RewardPointsRejected no ->
                Retreat.refusedAt(
                        Step.HOLD_POINTS, Failure.of(Step.HOLD_POINTS, PRICE_CHANGED, "POINTS_" + no.reason()), saga, now);
            default -> lost(saga, Step.HOLD_POINTS, message, now);
        };
    }

    /// Asks for `step`, or for the one after it that this purchase takes.
    private static Next askNext(Saga saga, Step step, Instant now) {
        var taken = Stream.of(Step.values()).filter(s -> s.atOrAfter(step) && saga.purchase().takes(s)).findFirst();
        return ask(saga, taken.orElseThrow(), now);
    }

    private static Next authorizing(Saga saga, Message message, Instant now) {
        return switch (message) {
            case PaymentAuthorized yes -> ask(saga.paidWith(authorization(yes)), Step.COMMIT, now);
            case PaymentActionRequired need -> awaitShopper(saga, need, now);
            case PaymentFailed no when whileAuthorizing(no) ->
                Retreat.refusedAt(Step.AUTHORIZE, paymentFailure(no), saga, now);
            default -> lost(saga, Step.AUTHORIZE, message, now);
        };
    }

    private static Next committing(Saga saga, Message message, Instant now) {
        return switch (message) {
            case ReservationCommitted _ -> ask(saga, Step.CREATE_ORDER, now);
            case ReservationCommitRejected no ->
                Retreat.from(Step.COMMIT, Failure.of(Step.COMMIT, TIMEOUT, "RESERVATION_" + no.reason()), saga, now);
            case PaymentFailed no when whileAuthorizing(no) ->
                Retreat.from(Step.COMMIT, paymentFailure(no), saga, now);
            default -> lost(saga, Step.COMMIT, message, now);
        };
    }

    private static Next ordering(Saga saga, Message message, Instant now) {
        return switch (message) {
            case OrderCreated order -> complete(saga, order, now);
            case OrderRejected no -> Retreat.from(Step.CREATE_ORDER, orderRefused(no), saga, now);
            default -> Next.to(saga);
        };
    }

    /// Something that this checkout had, or was about to get, went away before the pivot.
    private static Next lost(Saga saga, Step step, Message message, Instant now) {
        return switch (message) {
            case InventoryReservationExpired _ ->
                Retreat.from(step, Failure.of(step, TIMEOUT, "RESERVATION_EXPIRED"), saga, now);
            case InventoryReleased _ ->
                Retreat.from(step, Failure.of(step, TIMEOUT, "RESERVATION_RELEASED"), saga, now);
            case CouponReleased _ when step.atOrAfter(Step.HOLD_COUPON) ->
                Retreat.from(step, Failure.of(step, TIMEOUT, "COUPON_HOLD_ENDED"), saga, now);
            case RewardPointsReleased _ when step.atOrAfter(Step.HOLD_POINTS) ->
                Retreat.from(step, Failure.of(step, TIMEOUT, "POINTS_HOLD_ENDED"), saga, now);
            case PaymentVoided _ when step.atOrAfter(Step.AUTHORIZE) ->
                Retreat.from(step, Failure.of(Step.AUTHORIZE, PAYMENT_FAILED, "VOIDED"), saga, now);
            default -> Next.to(saga);
        };
    }

    private static Next ask(Saga saga, Step step, Instant now) {
        return Next.to(saga.asking(step, now)).ask(step);
    }

    private static Next awaitShopper(Saga saga, PaymentActionRequired need, Instant now) {
        if (saga.state() instanceof State.AwaitingShopper(var action)
                && action.clientRef().equals(need.clientRef())) {
            return Next.to(saga);
        }
        var until = Stream.of(need.expiresAt(), now.plus(ACTION_WINDOW), saga.purchase().deadline())
                .min(Instant::compareTo)
                .orElseThrow();
        var action = new State.Action(need.kind(), need.clientRef(), until);
        return Next.to(saga.turned(new State.AwaitingShopper(action), Pace.until(until, now), "ACTION_REQUIRED", now))
                .publish(new CheckoutActionRequired(saga.checkoutId(), need.kind(), need.clientRef(), until));
    }

    private static Next complete(Saga saga, OrderCreated order, Instant now) {
        var purchase = saga.purchase();
        var took = Duration.between(purchase.startedAt(), now).toMillis();
        var completed = new State.Completed(order.confirmationNumber(), now);
        return Next.to(saga.turned(completed, saga.pace().over(), "COMPLETED", now))
                .publish(new CheckoutCompleted(
                        purchase.checkoutId(), purchase.cartId(), purchase.orderId(), took));
    }

    private static Saga.Authorization authorization(PaymentAuthorized yes) {
        var method = yes.method();
        return new Saga.Authorization(
                yes.authorizationId(), new CreateOrder.Payment(method.kind(), method.brand(), method.last4()));
    }

    private static boolean whileAuthorizing(PaymentFailed no) {
        return no.stage().equals("AUTHORIZE");
    }

    private static Failure outOfStock(InventoryUnavailable no) {
        var items = no.unavailableItems().stream()
                .map(i -> new CheckoutFailed.Unavailable(i.sku(), i.requested(), i.available()))
                .toList();
        return new Failure(Step.RESERVE, OUT_OF_STOCK, new CheckoutFailed.Detail(null, items));
    }

    /// The provider's own words count only where payment has none.
    private static Failure paymentFailure(PaymentFailed no) {
        var vague = no.reason().equals("PROCESSING_ERROR");
        var code = vague ? Objects.requireNonNullElse(no.reasonDetail(), no.reason()) : no.reason();
        return Failure.of(Step.AUTHORIZE, code.equals("FRAUD_REJECTED") ? FRAUD : PAYMENT_FAILED, code);
    }

    /// Order's own reasons are open; the shopper's page knows seven. What is not about amounts was the shop's decision.
    private static Failure orderRefused(OrderRejected no) {
        return Failure.of(
                Step.CREATE_ORDER, no.reason().endsWith("_MISMATCH") ? PRICE_CHANGED : CANCELLED, no.reason());
    }
}
