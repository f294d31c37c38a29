package dev.souk.order.domain;

import dev.souk.platform.messaging.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may happen to an order. What the customer asked for is fixed and lies elsewhere; this is what moves.
///
/// @param number place in the sequence of all orders; never shown
/// @param holds the open ones
public record Order(
        long number,
        UUID id,
        UUID customerId,
        OrderStatus status,
        long version,
        long total,
        String currency,
        UUID reservationId,
        ReservationStatus reservation,
        UUID paymentId,
        PaymentStatus payment,
        long captured,
        long refunded,
        List<Hold> holds) {
    public Order {
        holds = List.copyOf(holds);
    }

    /// The payment has this much of our money now. The first capture begins the grace period.
    public Step captured(long capturedTotal, Instant at, Duration grace) {
        var paid = withPayment(PaymentStatus.CAPTURED, Math.max(captured, capturedTotal), refunded);
        return switch (status) {
            case CONFIRMED -> {
                var changed = new Fact.StatusChanged(status, OrderStatus.AWAITING_FULFILMENT, "PAYMENT_CAPTURED", null);
                yield Step.of(
                        paid.withStatus(OrderStatus.AWAITING_FULFILMENT), changed, new Fact.FulfilmentDue(at.plus(grace)));
            }
            case ON_HOLD -> paid.liftCaptureHold(at.plus(grace));
            case AWAITING_FULFILMENT, FULFILLING -> Step.nothing(paid);
            case CANCELLED -> Step.of(
                    refunded > 0 ? withPayment(payment, paid.captured, refunded) : paid,
                    new Fact.Noted("PAYMENT", "CAPTURED_AFTER_CANCELLATION"));
        };
    }

    private Step liftCaptureHold(Instant due) {
        for (var hold : holds) {
            if (hold.automatic() && hold.reason() == HoldReason.PAYMENT_REVIEW) {
                return release(hold, "The payment was captured.", "system", due);
            }
        }
        return Step.of(this, new Fact.Noted("PAYMENT", "CAPTURED"));
    }

    /// The provider did not hand the money over. Payment tries again while `retryable`; then the order ends.
    public Step captureFailed(String reason, boolean retryable, Hold hold) {
        if (status == OrderStatus.CANCELLED) {
            return Step.nothing(this);
        }
        var failed = withPayment(PaymentStatus.CAPTURE_FAILED, captured, refunded);
        var note = new Fact.Noted("PAYMENT", "CAPTURE_FAILED " + reason);
        if (retryable) {
            return failed.held(hold).withFirst(note);
        }
        return failed.ended(CancelReason.PAYMENT_FAILED, "PAYMENT_REVIEW_FAILED", null).withFirst(note);
    }

    /// Money went back.
    public Step refunded(long refundedTotal) {
        long all = Math.max(refunded, refundedTotal);
        var now = all >= captured ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED;
        return Step.of(withPayment(now, captured, all), new Fact.Noted("PAYMENT", now.name()));
    }

    /// The payment can never be captured any more; what was captured before stays what it was.
    public Step voided() {
        if (payment == PaymentStatus.REFUNDED || payment == PaymentStatus.VOIDED) {
            return Step.nothing(this);
        }
        var step = Step.of(withPayment(PaymentStatus.VOIDED, captured, refunded), new Fact.Noted("PAYMENT", "VOIDED"));
        return status == OrderStatus.CANCELLED
                ? step
                : step.withLast(new Fact.Alarm("PAYMENT_VOIDED", "an order that is not cancelled has lost its payment"));
    }

    /// The stock is free again.
    public Step reservationReleased() {
        return reservation == ReservationStatus.COMMITTED
                ? Step.of(withReservation(ReservationStatus.RELEASED), new Fact.Noted("RESERVATION", "RELEASED"))
                : Step.nothing(this);
    }

    /// Stock that was thought to be committed has expired: held, and at once cancelled. Cannot happen after a commit.
    public Step reservationExpired(UUID expired, Hold hold) {
        if (!expired.equals(reservationId) || status == OrderStatus.CANCELLED) {
            return Step.nothing(this);
        }
        var lost = withReservation(ReservationStatus.EXPIRED);
        var alarm = new Fact.Alarm("RESERVATION_EXPIRED", "the reservation of a confirmed order expired");
        if (!status.beforeFulfilment()) {
            return lost.ended(CancelReason.OUT_OF_STOCK, "RESERVATION_EXPIRED", null).withFirst(alarm);
        }
        var held = lost.held(hold);
        return held.then(held.order().ended(CancelReason.OUT_OF_STOCK, "RESERVATION_EXPIRED", null)).withFirst(alarm);
    }

    /// The fraud desk's answer.
    public Step fraudDecided(boolean accepted, String by, Instant now) {
        if (!accepted) {
            return status == OrderStatus.CANCELLED ? Step.nothing(this) : ended(CancelReason.FRAUD, "FRAUD_REVIEW", null);
        }
        var step = Step.nothing(this);
        for (var hold : holds) {
            if (hold.reason() == HoldReason.FRAUD_REVIEW) {
                step = step.then(step.order().release(hold, "Accepted by the fraud desk.", by, now));
            }
        }
        return step;
    }

    /// The platform holds the order by itself; once per reason. Too late for a hold is an alarm.
    public Step heldByPlatform(Hold hold) {
        if (status == OrderStatus.CANCELLED) {
            return Step.nothing(this);
        }
        return status.beforeFulfilment()
                ? held(hold)
                : Step.of(this, new Fact.Alarm("HOLD_TOO_LATE", hold.reason() + " came in status " + status));
    }

    /// Somebody holds the order.
    public Outcome<Step> hold(Hold hold) {
        if (holds.stream().anyMatch(open -> open.id().equals(hold.id()))) {
            return Outcome.done(Step.nothing(this));
        }
        return status.beforeFulfilment()
                ? Outcome.done(holding(hold))
                : Outcome.refused(new OrderRefusal.NotHoldable(status));
    }

    private Step held(Hold hold) {
        boolean known = holds.stream().anyMatch(open -> open.automatic() && open.reason() == hold.reason());
        return known || !status.beforeFulfilment() ? Step.nothing(this) : holding(hold);
    }

    private Step holding(Hold hold) {
        var all = new ArrayList<>(holds);
        all.add(hold);
        var held = withHolds(all);
        return status == OrderStatus.ON_HOLD
                ? Step.of(held, new Fact.Held(hold))
                : Step.of(
                        held.withStatus(OrderStatus.ON_HOLD),
                        new Fact.Held(hold),
                        new Fact.StatusChanged(status, OrderStatus.ON_HOLD, hold.reason().name(), null));
    }

    /// Lifts an open hold; after the last one the order goes on, to `dueAt` if it is paid.
    public Step release(Hold hold, String resolution, String by, Instant dueAt) {
        var left = holds.stream().filter(open -> !open.id().equals(hold.id())).toList();
        var next = captured > 0 ? OrderStatus.AWAITING_FULFILMENT : OrderStatus.CONFIRMED;
        var released = new Fact.Released(hold, resolution, by, next);
        if (!left.isEmpty()) {
            return Step.of(withHolds(left), released);
        }
        var step = Step.of(
                withHolds(left).withStatus(next), released, new Fact.StatusChanged(status, next, "HOLD_RELEASED", null));
        return captured > 0 ? step.withLast(new Fact.FulfilmentDue(dueAt)) : step;
    }

    /// Ends the order if `who` may still do so; of a cancelled one nothing changes.
    public Outcome<Step> cancel(CancelPolicy who, CancelReason why, @Nullable String detail, @Nullable String note) {
        if (!who.allows(why)) {
            return Outcome.refused(new OrderRefusal.ReasonNotAllowed(why));
        }
        if (status == OrderStatus.CANCELLED) {
            return Outcome.done(Step.nothing(this));
        }
        return who.allows(status)
                ? Outcome.done(ended(why, detail, note))
                : Outcome.refused(new OrderRefusal.TooLateToCancel(status));
    }

    private Step ended(CancelReason why, @Nullable String detail, @Nullable String note) {
        var facts = new ArrayList<Fact>();
        for (var hold : holds) {
            facts.add(new Fact.HoldEnded(hold));
        }
        facts.add(new Fact.Cancelled(why, detail, note, refundDue(), status));
        facts.add(new Fact.StatusChanged(status, OrderStatus.CANCELLED, why.name(), note));
        return new Step(withHolds(List.of()).withStatus(OrderStatus.CANCELLED), facts);
    }

    /// What the customer must not be out of pocket by: what was captured, or all of it while a capture may be on its
    /// way, less what went back already. Payment voids or refunds as its own books say.
    long refundDue() {
        return Math.max(0, (captured > 0 ? captured : total) - refunded);
    }

    /// The grace period is over; something may have come in between.
    public boolean readyForFulfilment() {
        return status == OrderStatus.AWAITING_FULFILMENT;
    }

    /// The warehouse has it now.
    public Step fulfilmentStarted() {
        var changed = new Fact.StatusChanged(status, OrderStatus.FULFILLING, "FULFILMENT_STARTED", null);
        return Step.of(withStatus(OrderStatus.FULFILLING), changed);
    }

    /// A refund did not come through.
    public Step refundFailed(String reason, boolean retryable) {
        var note = Step.of(this, new Fact.Noted("PAYMENT", "REFUND_FAILED " + reason));
        return retryable ? note : note.withLast(new Fact.Alarm("REFUND_FAILED", "a refund was given up: " + reason));
    }

    public Order withStatus(OrderStatus next) {
        return new Order(
                number, id, customerId, next, version, total, currency, reservationId, reservation, paymentId, payment,
                captured, refunded, holds);
    }

    public Order withVersion(long next) {
        return new Order(
                number, id, customerId, status, next, total, currency, reservationId, reservation, paymentId, payment,
                captured, refunded, holds);
    }

    public Order withHolds(List<Hold> open) {
        return new Order(
                number, id, customerId, status, version, total, currency, reservationId, reservation, paymentId, payment,
                captured, refunded, open);
    }

    private Order withPayment(PaymentStatus next, long taken, long back) {
        return new Order(
                number, id, customerId, status, version, total, currency, reservationId, reservation, paymentId, next,
                taken, back, holds);
    }

    private Order withReservation(ReservationStatus next) {
        return new Order(
                number, id, customerId, status, version, total, currency, reservationId, next, paymentId, payment,
                captured, refunded, holds);
    }
}
