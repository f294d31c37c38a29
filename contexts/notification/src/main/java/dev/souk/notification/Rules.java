package dev.souk.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// All rules together, so that everything that arrives at one time is handled in one pass.
final class Rules {
    private final List<Rule> rules;

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    void wire(Wiring on) {
        var types = new LinkedHashSet<Class<? extends Event>>();
        rules.forEach(rule -> types.addAll(rule.types()));
        types.forEach(type -> on.react(type, this::alone));
        var messages = new ArrayList<Class<? extends Message>>(types);
        on.batch(messages, this::batch).unhurried(messages);
    }

    private void alone(Event event, Tx tx) {
        apply(List.of(Happened.alone(event, tx)), tx);
    }

    private void batch(List<Received<Message>> batch, Tx tx) {
        apply(batch.stream().map(Happened::of).toList(), tx);
    }

    private void apply(List<Happened> batch, Tx tx) {
        rules.forEach(rule -> rule.apply(batch, tx));
    }
}
