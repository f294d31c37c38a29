package dev.souk.checkout.domain;

import dev.souk.contracts.order.CreateOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One checkout and where it stands.
///
/// @param authorization what Payment said yes with
/// @param version raised with every change
/// @param facts how many events have been published about it
public record Saga(
        Purchase purchase,
        State state,
        Pace pace,
        @Nullable Authorization authorization,
        History history,
        long version,
        long facts) {

    /// What the order wants to know of its payment.
    public record Authorization(UUID authorizationId, CreateOrder.Payment method) {}

    static Saga begin(Purchase purchase, Instant now) {
        var pace = Pace.first(Step.RESERVE.reply(), now);
        var history = History.EMPTY.and(Step.RESERVE.name(), now, now);
        return new Saga(purchase, new State.Asked(Step.RESERVE), pace, null, history, 1, 0);
    }

    public UUID checkoutId() {
        return purchase.checkoutId();
    }

    /// Whether nothing will come of it but what it is now.
    public boolean ended() {
        return state instanceof State.Completed || state instanceof State.Failed;
    }

    Saga turned(State to, Pace at, String word, Instant now) {
        var more = history.and(word, purchase.startedAt(), now);
        return new Saga(purchase, to, at, authorization, more, version + 1, facts);
    }

    Saga asking(Step step, Instant now) {
        return turned(new State.Asked(step), limited(step, Pace.first(step.reply(), now)), step.name(), now);
    }

    /// Before the pivot nothing is waited for beyond the deadline; after it there is none.
    Pace limited(Step step, Pace wish) {
        return step == Step.CREATE_ORDER ? wish : wish.notAfter(purchase.deadline());
    }

    Saga paidWith(Authorization yes) {
        return new Saga(purchase, state, pace, yes, history, version, facts);
    }

    Saga oneFactMore() {
        return new Saga(purchase, state, pace, authorization, history, version, facts + 1);
    }
}
