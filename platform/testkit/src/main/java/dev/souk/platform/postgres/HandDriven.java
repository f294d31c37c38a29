package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.CommandHandler;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.route.Route;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// One context on its own database with nothing running by itself: no reader, no worker, no sweep. For tests.
public final class HandDriven implements AutoCloseable {
    private final Wired wired;
    private final ContextDatabase database;
    private final Handling handling;
    private final LocalBus bus = new LocalBus();
    private final JournalReader own;
    private final Clock clock;
    private final Map<String, Long> versions = new HashMap<>();
    private final IdentityHashMap<Message, Received<Message>> arrived = new IdentityHashMap<>();
    private long neighbourPosition;

    public HandDriven(
            Context context, DatabaseAddress address, Map<String, String> settings, Clock clock, Vault vault) {
        this.clock = clock;
        this.database = new ContextDatabase(context.name(), address, 20, clock, new SimpleMeterRegistry());
        var configured = new ConfiguredSettings(settings);
        this.wired = new Wired(context.name(), clock, bus, configured.of(context.name()), database, vault,
                this::traces);
        context.wire(wired);
        configured.requireRead(Set.of(context.name()));
        database.declare(wired.declared(), _ -> {});
        wired.queries.forEach((type, handler) -> bus.answer(type, handler, database));
        wired.commands.forEach((type, handler) -> bus.obey(type, handler, database));
        this.handling = new Handling(wired);
        this.own = new JournalReader(context.name(), 0);
        wired.workers.forEach(Wiring.Worker::start);
    }

    private List<String> traces(Collection<Trace> sought) {
        try (var connection = database.readingConnection()) {
            return new TraceSearch(sought).in(connection, wired.context());
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public <R, Q extends Query<R>> void answering(Class<Q> type, Function<Q, R> answer) {
        QueryHandler<Q, R> handler = (query, _) -> answer.apply(query);
        bus.answer(type, handler, NoConnection.NEEDED);
    }

    public <R, C extends Command<R>> void handling(Class<C> type, Function<C, Outcome<R>> act) {
        CommandHandler<C, R> handler = (command, _) -> act.apply(command);
        bus.obey(type, handler, NoConnection.NEEDED);
    }

    public <R> Outcome<R> handle(Command<R> command) {
        return Refusable.write(database, Cause.system(UUID.randomUUID()), tx -> handling.command(command, tx));
    }

    /// Within an open transaction.
    public <R> Outcome<R> handle(Command<R> command, Tx tx) {
        return handling.command(command, tx);
    }

    /// As they would come from neighbours' journals, through JSON.
    public void deliver(List<? extends Message> messages, boolean oneByOne) {
        var batch = messages.stream().map(this::arrived).toList();
        run(batch, oneByOne);
    }

    /// The same object again is the same message again, as after a crash.
    private Received<Message> arrived(Message message) {
        return arrived.computeIfAbsent(message, this::posted);
    }

    private Received<Message> posted(Message message) {
        var declared = MessageTypes.of(message.getClass()).declared();
        var target = message instanceof Command<?> ? wired.context() : null;
        var id = Ids.next();
        var envelope = new Envelope(
                id,
                declared.name(),
                declared.version(),
                message instanceof Command<?> ? "neighbour" : declared.context(),
                target,
                message.key(),
                message instanceof Command<?>
                        ? 0
                        : versions.merge(declared.context() + "/" + message.key(), 1L, Long::sum),
                ++neighbourPosition,
                clock.instant(),
                new Cause(id, id, Actor.SYSTEM, null));
        return handling.received(new JournalEntry(envelope, MessageTypes.write(message), clock.instant()));
    }

    private void run(List<Received<Message>> batch, boolean oneByOne) {
        if (oneByOne) {
            for (var message : batch) {
                database.write(Cause.system(UUID.randomUUID()), tx -> handling.one(message, tx));
            }
        } else if (!batch.isEmpty()) {
            database.write(Cause.system(UUID.randomUUID()), tx -> handling.many(batch, tx));
        }
    }

    /// Hands the context's own journal to its own reactions until nothing is left.
    public void settle() {
        var types = wired.arriving().stream().map(t -> MessageTypes.of(t).declared().name()).toList();
        for (var entries = readOwn(types); !entries.isEmpty(); entries = readOwn(types)) {
            run(
                    entries.stream()
                            .filter(e -> types.contains(e.envelope().type()))
                            .filter(e -> e.envelope().target() == null
                                    || wired.context().equals(e.envelope().target()))
                            .map(handling::received)
                            .toList(),
                    false);
        }
    }

    private List<JournalEntry> readOwn(List<String> types) {
        try (var connection = database.readingConnection()) {
            return own.next(connection, 1_000, types);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /// Everything of one type in the context's own journal, in order.
    public <M extends Message> List<M> written(Class<M> type) {
        var name = MessageTypes.of(type).declared().name();
        return new ArrayList<>(database.read(
                tx -> tx.sql("select payload from journal where type = ? order by position")
                        .params(name)
                        .list(row -> MessageTypes.read(type, row.text("payload")))));
    }

    public <R> R ask(Query<R> query) {
        return bus.ask(query);
    }

    public int sweep(String name) {
        var timed = wired.sweeps.get(name);
        if (timed == null) {
            throw new IllegalArgumentException("no sweep " + name + " but " + wired.sweeps.keySet());
        }
        int all = 0;
        for (int some = Sweeps.once(database, timed); some > 0; some = Sweeps.once(database, timed)) {
            all += some;
        }
        return all;
    }

    public List<Route<?, ?>> routes() {
        return wired.routes;
    }

    public <T> T write(Cause cause, Function<Tx, T> work) {
        return database.write(cause, work);
    }

    public <T> T read(Function<Tx, T> work) {
        return database.read(work);
    }

    @Override
    public void close() {
        wired.workers.forEach(Wiring.Worker::stop);
        database.close();
    }

    private enum NoConnection implements dev.souk.platform.messaging.Transactions {
        NEEDED;

        @Override
        @SuppressWarnings("NullAway") // a played neighbour never looks at the transaction
        public <T> T write(Cause cause, Function<Tx, T> work) {
            return work.apply(null);
        }

        @Override
        @SuppressWarnings("NullAway") // a played neighbour never looks at the transaction
        public <T> T read(Function<Tx, T> work) {
            return work.apply(null);
        }
    }
}
