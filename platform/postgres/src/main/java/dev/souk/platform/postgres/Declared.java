package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import java.util.Set;

/// What a door plate says a context publishes and sends.
record Declared(String context, Set<Class<? extends Event>> events, Set<Class<? extends Command<?>>> commands) {
    static final Declared NOTHING = new Declared("-", Set.of(), Set.of());

    void checkPublishes(Class<?> event) {
        if (!events.contains(event)) {
            throw new IllegalStateException(context + " does not declare that it publishes " + event.getSimpleName());
        }
    }

    void checkSends(Class<?> command) {
        if (!commands.contains(command)) {
            throw new IllegalStateException(context + " does not declare that it sends " + command.getSimpleName());
        }
    }
}
