package dev.souk.checkout.domain;

import dev.souk.platform.messaging.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a checkout stands now, and what is to be done about it, in that order.
public record Next(Saga saga, List<Act> acts) {
    public Next {
        acts = List.copyOf(acts);
    }

    static Next to(Saga saga) {
        return new Next(saga, List.of());
    }

    Next ask(Step step) {
        return and(saga, new Act.Ask(saga, step));
    }

    Next takeBack(List<Step> steps) {
        var next = this;
        for (var step : steps) {
            next = next.and(saga, new Act.TakeBack(saga, step));
        }
        return next;
    }

    Next confirm(@Nullable String actionResultRef) {
        return and(saga, new Act.Confirm(saga, actionResultRef));
    }

    Next publish(Event event) {
        var told = saga.oneFactMore();
        return and(told, new Act.Publish(event, told.facts()));
    }

    /// The acts of `earlier`, then these.
    Next after(Next earlier) {
        var all = new ArrayList<>(earlier.acts());
        all.addAll(acts);
        return new Next(saga, all);
    }

    private Next and(Saga then, Act act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Next(then, more);
    }
}
