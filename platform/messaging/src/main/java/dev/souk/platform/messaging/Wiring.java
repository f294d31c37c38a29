package dev.souk.platform.messaging;

import dev.souk.platform.route.Route;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What the platform offers a context when it is wired, and where the context declares what it does. All methods
/// return this wiring, so that a door plate reads as one list.
public interface Wiring {
    Clock clock();

    Bus bus();

    Settings settings();

    Transactions transactions();

    /// Seals and opens personal values.
    Vault vault();

    /// Looks for values everywhere; not before the platform runs.
    Traces traces();

    /// JSON of a record, as messages are written.
    String json(Object value);

    <R, C extends Command<R>> Wiring handle(Class<C> type, CommandHandler<C, R> handler);

    /// The batch form for messages that arrive from journals; the single form stays for everything else.
    <R, C extends Command<R>> Wiring handleBatch(Class<C> type, BatchHandler<C> handler);

    <E extends Event> Wiring react(Class<E> type, Reaction<E> reaction);

    /// The batch form of [#react].
    <E extends Event> Wiring reactBatch(Class<E> type, BatchHandler<E> handler);

    /// One batch handler for several types that touch the same rows, so that messages of different types can share
    /// one set-based pass. Each type also needs its single form.
    Wiring batch(List<Class<? extends Message>> types, BatchHandler<Message> handler);

    /// Messages that nobody waits for: they may wait some tens of milliseconds for company, so that many share one
    /// transaction. An urgent message takes those that wait along.
    Wiring unhurried(List<Class<? extends Message>> types);

    <R, Q extends Query<R>> Wiring answer(Class<Q> type, QueryHandler<Q, R> handler);

    /// Events of this context. Publishing an undeclared one fails.
    Wiring publishes(List<Class<? extends Event>> types);

    /// Commands that this context sends to others. Sending an undeclared one fails.
    Wiring sends(List<Class<? extends Command<?>>> types);

    /// Rows that can be made again from the journals. The live ones are kept by [#react] as ever, with the same fold.
    Wiring readModel(ReadModel model);

    /// Sums that must agree; whoever operates the platform can have them looked at.
    Wiring checks(List<Check> checks);

    Wiring serve(List<Route<?, ?>> routes);

    /// Calls `sweep` every `interval` (while it finds work, at once again); one process at a time.
    Wiring sweep(String name, Duration interval, Sweep sweep);

    /// Something with a life of its own (a worker that calls an outside party): started after migration, stopped
    /// before the database.
    Wiring run(Worker worker);

    /// A background part of a context.
    interface Worker {
        /// Called once; must return at once.
        void start();

        /// Finish what is under way, within a few seconds.
        void stop();
    }
}
