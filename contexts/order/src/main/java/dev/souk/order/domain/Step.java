package dev.souk.order.domain;

import java.util.ArrayList;
import java.util.List;

/// The order after a change, and what the change adds to the world, in order.
public record Step(Order order, List<Fact> facts) {
    public Step {
        facts = List.copyOf(facts);
    }

    static Step nothing(Order order) {
        return new Step(order, List.of());
    }

    static Step of(Order order, Fact... facts) {
        return new Step(order, List.of(facts));
    }

    /// This step and, from its order on, another.
    Step then(Step next) {
        var all = new ArrayList<>(facts);
        all.addAll(next.facts);
        return new Step(next.order, all);
    }

    Step withFirst(Fact fact) {
        return of(order, fact).then(this);
    }

    Step withLast(Fact fact) {
        return then(of(order, fact));
    }
}
