package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Traces;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.vault.KeyVault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// All contexts of this process, migrated, wired to one another through their journals, and running.
public final class Platform implements AutoCloseable {
    private final List<RunningContext> contexts;
    private final LocalBus bus;
    private final Readiness readiness;
    private final Vault vault;

    private Platform(List<RunningContext> contexts, LocalBus bus, Vault vault) {
        this.contexts = contexts;
        this.bus = bus;
        this.readiness = new Readiness(contexts.stream()
                .collect(Collectors.toMap(RunningContext::name, context -> context.database()::reachable)));
        this.vault = vault;
    }

    /// Migrates, wires and starts.
    ///
    /// @throws DatabaseException when a database cannot be reached
    /// @throws UnknownSetting when a setting of one of the contexts has a name that it does not read
    public static Platform start(PlatformConfig config, List<Context> contexts, Clock clock, MeterRegistry meters) {
        var running = new ArrayList<RunningContext>();
        var opening = CompletableFuture.supplyAsync(() -> vault(config, clock, meters), Thread::startVirtualThread);
        var databases = open(config, contexts, clock, meters);
        var vault = opened(opening, databases);
        var everywhere = new Everywhere(databases.values(), vault, config.directories());
        var shared = new Shared(config, clock, new LocalBus(), meters, vault, everywhere);
        var settings = new ConfiguredSettings(config.settings());
        try {
            for (var context : contexts) {
                running.add(wire(context, settings, databases.get(context.name()), shared));
            }
            settings.requireRead(databases.keySet());
            connect(running);
        } catch (RuntimeException e) {
            databases.values().forEach(ContextDatabase::close);
            close(shared.vault());
            throw e;
        }
        running.forEach(RunningContext::start);
        return new Platform(List.copyOf(running), shared.bus(), shared.vault());
    }

    /// Reads the door plates without starting anything.
    public static List<Wired> plates(List<Context> contexts, Clock clock) {
        var bus = new LocalBus();
        return contexts.stream()
                .map(context -> {
                    var wired = new Wired(
                            context.name(),
                            clock,
                            bus,
                            new ConfiguredSettings(Map.of()).of(context.name()),
                            NoDatabase.HERE,
                            NoVault.HERE,
                            _ -> List.of());
                    context.wire(wired);
                    return wired;
                })
                .toList();
    }

    private static Vault vault(PlatformConfig config, Clock clock, MeterRegistry meters) {
        var place = config.vault();
        return place == null ? NoVault.HERE : KeyVault.open(place, clock, meters, Ids::next);
    }

    private static Vault opened(CompletableFuture<Vault> opening, Map<String, ContextDatabase> databases) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            databases.values().forEach(ContextDatabase::close);
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private static Map<String, ContextDatabase> open(
            PlatformConfig config, List<Context> contexts, Clock clock, MeterRegistry meters) {
        var opened = new LinkedHashMap<String, ContextDatabase>();
        try (var parallel = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = contexts.stream()
                    .map(context -> parallel.submit(() -> new ContextDatabase(
                            context.name(), address(config, context.name()), config.poolSize(), clock, meters)))
                    .toList();
            for (var future : futures) {
                var database = future.get();
                opened.put(database.context(), database);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening databases", e);
        } catch (java.util.concurrent.ExecutionException e) {
            opened.values().forEach(ContextDatabase::close);
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        return opened;
    }

    private static DatabaseAddress address(PlatformConfig config, String context) {
        var address = config.databases().get(context);
        if (address == null) {
            throw new IllegalArgumentException("no database is configured for context " + context);
        }
        return address;
    }

    /// What all contexts of a process have in common.
    private record Shared(
            PlatformConfig config, Clock clock, LocalBus bus, MeterRegistry meters, Vault vault, Traces traces) {}

    private static RunningContext wire(
            Context context,
            ConfiguredSettings settings,
            @org.jspecify.annotations.Nullable ContextDatabase opened,
            Shared shared) {
        var database = Objects.requireNonNull(opened);
        var bus = shared.bus();
        var wired = new Wired(
                context.name(), shared.clock(), bus, settings.of(context.name()), database, shared.vault(),
                shared.traces());
        context.wire(wired);
        Housekeeping.wire(wired);
        database.declare(wired.declared(), _ -> {});
        wired.queries.forEach((type, handler) -> bus.answer(type, handler, database));
        wired.commands.forEach((type, handler) -> bus.obey(type, handler, database));
        var handling = new Handling(wired);
        var consumer = new Consumer(
                database,
                handling,
                new MessageMeters(shared.meters(), context.name()),
                shared.clock(),
                shared.config().batchSize());
        return new RunningContext(wired, database, handling, consumer);
    }

    /// Subscribes everybody to the journals that hold something for them.
    private static void connect(List<RunningContext> running) {
        record Listener(RunningContext who, Set<String> types) {}
        var listeners = new LinkedHashMap<RunningContext, List<Listener>>();
        for (var source : running) {
            var some = new ArrayList<Listener>();
            for (var target : running) {
                var types = arriving(source, target);
                if (!types.isEmpty()) {
                    some.add(new Listener(target, types));
                }
            }
            listeners.put(source, some);
        }
        for (var target : running) {
            var sources = listeners.entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(l -> l.who() == target))
                    .map(e -> e.getKey().name())
                    .toList();
            target.consumer().load(sources);
        }
        listeners.forEach((source, some) -> {
            long start = some.stream().mapToLong(l -> l.who().consumer().cursor(source.name())).max().orElse(-1);
            if (start >= 0) {
                var feed = new JournalFeed(source.database(), start);
                for (var l : some) {
                    var consumer = l.who().consumer();
                    var subscription =
                            new Subscription(
                            source.name(),
                            l.types(),
                            l.who().plate().unhurried,
                            consumer.cursor(source.name()),
                            consumer.alarm());
                    feed.add(subscription);
                    consumer.listen(subscription, feed);
                }
                source.feed(feed);
            }
        });
    }

    private static Set<String> arriving(RunningContext source, RunningContext target) {
        var types = new HashSet<String>();
        for (var type : target.plate().arriving()) {
            var declared = MessageTypes.of(type).declared();
            boolean comes = Event.class.isAssignableFrom(type)
                    ? declared.context().equals(source.name())
                            || (declared.context().equals(MessageType.EVERYBODY) && source.plate().publishes().contains(type))
                    : source.plate().sent.contains(type);
            if (comes) {
                types.add(declared.name());
            }
        }
        return types;
    }

    public List<RunningContext> contexts() {
        return contexts;
    }

    /// Queries to the contexts of this process.
    public Bus bus() {
        return bus;
    }

    /// Whether the database of each context answers, by its name; told within a moment also when one does not.
    public Map<String, Boolean> ready() {
        return readiness.states();
    }

    /// The keys of all persons.
    public Vault vault() {
        return vault;
    }

    /// Makes a read model again from the journals and compares; empty when there is none of this name.
    ///
    /// @param exchange put the new rows in the place of the live ones
    /// @param watcher is told how far it is
    public Optional<Comparison> rebuild(String context, String model, boolean exchange, RebuildWatcher watcher) {
        return contexts.stream()
                .filter(one -> one.name().equals(context) && one.plate().readModels.containsKey(model))
                .findFirst()
                .map(one -> new Rebuild(one, Objects.requireNonNull(one.plate().readModels.get(model)), contexts, watcher)
                        .run(exchange));
    }

    /// Follows ids through all journals.
    public Journeys journeys() {
        return new Journeys(contexts);
    }

    /// Every journal is read to its end and everything in it is handled, for this moment.
    public boolean quiet() {
        return contexts.stream().allMatch(RunningContext::quiet);
    }

    @Override
    public void close() {
        contexts.forEach(RunningContext::stop);
        contexts.forEach(context -> context.database().close());
        close(vault);
    }

    private static void close(Vault vault) {
        if (vault instanceof KeyVault open) {
            open.close();
        }
    }
}
