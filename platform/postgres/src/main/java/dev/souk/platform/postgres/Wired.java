package dev.souk.platform.postgres;

import dev.souk.platform.messaging.BatchHandler;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Check;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.CommandHandler;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Reaction;
import dev.souk.platform.messaging.ReadModel;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Sweep;
import dev.souk.platform.messaging.Traces;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.route.Route;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A door plate, read: everything one context declared.
public final class Wired implements Wiring {
    private final String context;
    private final Clock clock;
    private final Bus bus;
    private final Settings settings;
    private final Transactions transactions;
    private final Vault vault;
    private final Traces traces;
    final Map<Class<?>, CommandHandler<?, ?>> commands = new LinkedHashMap<>();
    final Map<Class<?>, List<Reaction<?>>> reactions = new LinkedHashMap<>();
    final Map<Class<?>, BatchHandler<?>> batches = new HashMap<>();
    final Set<String> unhurried = new HashSet<>();
    final Map<Class<?>, QueryHandler<?, ?>> queries = new LinkedHashMap<>();
    final Set<Class<? extends Event>> published = new LinkedHashSet<>();
    final Set<Class<? extends Command<?>>> sent = new LinkedHashSet<>();
    final List<Route<?, ?>> routes = new ArrayList<>();
    final Map<String, Timed> sweeps = new LinkedHashMap<>();
    final Map<String, ReadModel> readModels = new LinkedHashMap<>();
    final Map<String, Check> checks = new LinkedHashMap<>();
    final List<Worker> workers = new ArrayList<>();

    record Timed(Duration interval, Sweep sweep) {}

    Wired(String context, Clock clock, Bus bus, Settings settings, Transactions transactions, Vault vault, Traces traces) {
        this.context = context;
        this.clock = clock;
        this.bus = bus;
        this.settings = settings;
        this.transactions = transactions;
        this.vault = vault;
        this.traces = traces;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Bus bus() {
        return bus;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Traces traces() {
        return traces;
    }

    @Override
    public String json(Object value) {
        return MessageTypes.json().writeValueAsString(value);
    }

    @Override
    public <R, C extends Command<R>> Wiring handle(Class<C> type, CommandHandler<C, R> handler) {
        once(commands.put(type, handler), "handles", type);
        return this;
    }

    @Override
    public <R, C extends Command<R>> Wiring handleBatch(Class<C> type, BatchHandler<C> handler) {
        once(batches.put(type, handler), "has a batch form of", type);
        return this;
    }

    @Override
    public <E extends Event> Wiring react(Class<E> type, Reaction<E> reaction) {
        reactions.computeIfAbsent(type, _ -> new ArrayList<>()).add(reaction);
        return this;
    }

    @Override
    public <E extends Event> Wiring reactBatch(Class<E> type, BatchHandler<E> handler) {
        once(batches.put(type, handler), "has a batch form of", type);
        return this;
    }

    @Override
    public Wiring batch(List<Class<? extends Message>> types, BatchHandler<Message> handler) {
        for (var type : types) {
            once(batches.put(type, handler), "has a batch form of", type);
        }
        return this;
    }

    @Override
    public Wiring unhurried(List<Class<? extends Message>> types) {
        types.forEach(type -> unhurried.add(MessageTypes.of(type).declared().name()));
        return this;
    }

    @Override
    public <R, Q extends Query<R>> Wiring answer(Class<Q> type, QueryHandler<Q, R> handler) {
        once(queries.put(type, handler), "answers", type);
        return this;
    }

    @Override
    public Wiring publishes(List<Class<? extends Event>> types) {
        published.addAll(types);
        return this;
    }

    @Override
    public Wiring sends(List<Class<? extends Command<?>>> types) {
        sent.addAll(types);
        return this;
    }

    @Override
    public Wiring readModel(ReadModel model) {
        once(readModels.put(model.name(), model), "has a read model", model.name());
        return this;
    }

    @Override
    public Wiring checks(List<Check> more) {
        more.forEach(check -> once(checks.put(check.name(), check), "has a check", check.name()));
        return this;
    }

    @Override
    public Wiring serve(List<Route<?, ?>> more) {
        routes.addAll(more);
        return this;
    }

    @Override
    public Wiring sweep(String name, Duration interval, Sweep sweep) {
        once(sweeps.put(name, new Timed(interval, sweep)), "sweeps", name);
        return this;
    }

    @Override
    public Wiring run(Worker worker) {
        workers.add(worker);
        return this;
    }

    private void once(@org.jspecify.annotations.Nullable Object before, String verb, Object what) {
        if (before != null) {
            throw new IllegalStateException(context + " " + verb + " " + what + " twice");
        }
    }

    String context() {
        return context;
    }

    Declared declared() {
        return new Declared(context, Set.copyOf(published), Set.copyOf(sent));
    }

    /// Everything that arrives from journals: handled commands and subscribed events.
    Set<Class<?>> arriving() {
        var all = new LinkedHashSet<Class<?>>(commands.keySet());
        all.addAll(reactions.keySet());
        return all;
    }

    /// What arrives here under this name.
    Optional<Class<?>> arriving(String name) {
        return arriving().stream().filter(type -> MessageTypes.of(type).declared().name().equals(name)).findFirst();
    }

    /// What this context publishes or sends under this name.
    Optional<Class<?>> written(String name) {
        return Stream.<Class<?>>concat(published.stream(), sent.stream())
                .filter(type -> MessageTypes.of(type).declared().name().equals(name))
                .findFirst();
    }

    /// Commands that this context handles.
    public Set<Class<?>> handles() {
        return Set.copyOf(commands.keySet());
    }

    /// Events that this context reacts to.
    public Set<Class<?>> reactsTo() {
        return Set.copyOf(reactions.keySet());
    }

    /// Queries that this context answers.
    public Set<Class<?>> answers() {
        return Set.copyOf(queries.keySet());
    }

    /// Events that this context publishes.
    public Set<Class<? extends Event>> publishes() {
        return Set.copyOf(published);
    }

    /// Commands that this context sends to others.
    public Set<Class<? extends Command<?>>> sends() {
        return Set.copyOf(sent);
    }
}
