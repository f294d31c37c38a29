package dev.souk.platform.messaging;

import java.util.List;
import java.util.Set;

/// Rows that follow from events alone. They can be made again from the journals beside the live ones, compared with them,
/// and put in their place.
///
/// @param name unique in its context
/// @param tables written by `fold` and by nobody else, named without a schema
/// @param when columns that say when something was told and not what; not compared
/// @param events what it follows from
public record ReadModel(
        String name, List<String> tables, Set<String> when, List<Class<? extends Event>> events, Fold fold, Runnable exchanged) {
    public ReadModel {
        tables = List.copyOf(tables);
        when = Set.copyOf(when);
        events = List.copyOf(events);
    }

    /// Takes events in the order of their journal, in batches of any size. The same code serves the live rows, so it must
    /// not know which of the two it writes.
    @FunctionalInterface
    public interface Fold {
        void apply(List<Received<Message>> events, Rows rows);
    }

    /// The same, with something to forget once other rows are in place (a cache).
    public ReadModel onExchange(Runnable forget) {
        return new ReadModel(name, tables, when, events, fold, forget);
    }

    public static ReadModel of(String name, List<String> tables, Set<String> when, List<Class<? extends Event>> events, Fold fold) {
        return new ReadModel(name, tables, when, events, fold, () -> {});
    }
}
