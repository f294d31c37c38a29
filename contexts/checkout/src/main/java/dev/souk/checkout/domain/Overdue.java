package dev.souk.checkout.domain;

import static dev.souk.checkout.domain.Failure.Reason.PAYMENT_FAILED;
import static dev.souk.checkout.domain.Failure.Reason.TIMEOUT;

import dev.souk.contracts.checkout.CheckoutStuck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What the passing of time means to a checkout: ask again, give up, or call for help.
public final class Overdue {
    private static final Duration MOST_FORWARD = Duration.ofSeconds(30);
    private static final Duration MOST_BACKWARD = Duration.ofMinutes(5);
    private static final int ALARM = 10;

    private Overdue() {}

    public static Next on(Saga saga, Instant now) {
        var due = saga.pace().dueAt();
        if (due == null || due.isAfter(now)) {
            return Next.to(saga);
        }
        return switch (saga.state()) {
            case State.Asked(var step) when step != Step.CREATE_ORDER && tooLate(saga, now) ->
                Retreat.from(step, Failure.of(step, TIMEOUT, "DEADLINE"), saga, now);
            case State.Asked(var step) -> askAgain(saga, step, now);
            case State.AwaitingShopper _ ->
                Retreat.from(
                        Step.AUTHORIZE, Failure.of(Step.AUTHORIZE, PAYMENT_FAILED, "ACTION_TIMEOUT"), saga, now);
            case State.Undoing(var _, var undo) -> takeBackAgain(saga, undo, now);
            case State.Failed(var _, var undo, var _) -> takeBackAgain(saga, undo, now);
            case State.Completed _ -> Next.to(saga);
        };
    }

    private static boolean tooLate(Saga saga, Instant now) {
        return !now.isBefore(saga.purchase().deadline());
    }

    private static Next askAgain(Saga saga, Step step, Instant now) {
        var pace = saga.limited(step, saga.pace().again(step.reply(), MOST_FORWARD, now));
        var again = saga.turned(saga.state(), pace, step + "#" + pace.attempts(), now);
        return alarm(Next.to(again).ask(step), saga.pace(), step, step.unanswered(false));
    }

    private static Next takeBackAgain(Saga saga, Undo undo, Instant now) {
        var pace = saga.pace().again(Retreat.REPLY, MOST_BACKWARD, now);
        var again = saga.turned(saga.state(), pace, "UNDO#" + pace.attempts(), now);
        return alarm(Next.to(again).takeBack(undo.open()), saga.pace(), undo.open().getFirst(), unanswered(undo.open()));
    }

    private static Next alarm(Next next, Pace before, Step step, String unanswered) {
        return before.attempts() != ALARM
                ? next
                : next.publish(new CheckoutStuck(
                        next.saga().checkoutId(),
                        step.name(),
                        before.attempts(),
                        before.since(),
                        "No answer to " + unanswered));
    }

    private static String unanswered(List<Step> open) {
        return open.stream().map(s -> s.unanswered(true)).collect(Collectors.joining(", "));
    }
}
