package dev.souk.checkout.domain;

import dev.souk.platform.messaging.Outcome;
import java.time.Instant;

/// What a person may want of a checkout.
public final class Wish {
    private Wish() {}

    /// Possible until the order is asked for; wanting it twice, or after it failed anyway, changes nothing.
    public static Outcome<Next> cancel(Saga saga, Instant now) {
        return switch (saga.state()) {
            case State.Asked(var step) when step == Step.CREATE_ORDER -> Outcome.refused(new CheckoutRefusal.OrderOnItsWay());
            case State.Asked(var step) -> Outcome.done(cancelAt(saga, step, now));
            case State.AwaitingShopper _ -> Outcome.done(cancelAt(saga, Step.AUTHORIZE, now));
            case State.Undoing _, State.Failed _ -> Outcome.done(Next.to(saga));
            case State.Completed _ -> Outcome.refused(new CheckoutRefusal.OrderOnItsWay());
        };
    }

    /// Back from the provider's page. The provider's own word may have been faster: then nothing is left to do.
    public static Outcome<Next> resume(Saga saga, String actionResultRef) {
        return switch (saga.state()) {
            case State.AwaitingShopper _ -> Outcome.done(Next.to(saga).confirm(actionResultRef));
            case State.Asked(var step) when step.atOrAfter(Step.COMMIT) -> Outcome.done(Next.to(saga));
            case State.Completed _ -> Outcome.done(Next.to(saga));
            case State.Asked _ -> Outcome.refused(new CheckoutRefusal.NoActionRequired());
            case State.Undoing _, State.Failed _ -> Outcome.refused(new CheckoutRefusal.CheckoutEnded());
        };
    }

    /// Ask now for whatever is waited for, and begin counting anew.
    public static Outcome<Next> retry(Saga saga, Instant now) {
        return switch (saga.state()) {
            case State.Asked(var step) -> {
                var pace = saga.limited(step, Pace.first(step.reply(), now));
                yield Outcome.done(Next.to(saga.turned(saga.state(), pace, "RETRIED", now)).ask(step));
            }
            case State.AwaitingShopper _ ->
                Outcome.done(Next.to(saga.turned(saga.state(), saga.pace(), "RETRIED", now)).confirm(null));
            case State.Undoing(var _, var undo) -> takeBack(saga, undo, now);
            case State.Failed(var _, var undo, var _) when !undo.open().isEmpty() -> takeBack(saga, undo, now);
            case State.Failed _, State.Completed _ -> Outcome.refused(new CheckoutRefusal.CheckoutEnded());
        };
    }

    private static Next cancelAt(Saga saga, Step step, Instant now) {
        return Retreat.from(step, Failure.of(step, Failure.Reason.CANCELLED, "CANCELLED"), saga, now);
    }

    private static Outcome<Next> takeBack(Saga saga, Undo undo, Instant now) {
        var pace = Pace.first(Retreat.REPLY, now);
        return Outcome.done(Next.to(saga.turned(saga.state(), pace, "RETRIED", now)).takeBack(undo.open()));
    }
}
