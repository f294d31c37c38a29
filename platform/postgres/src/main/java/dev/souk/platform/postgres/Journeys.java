package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Follows ids through the journals of all contexts: messages about them, and everything on the journeys that these
/// belong to. Two rounds of one statement a journal, all journals at once.
public final class Journeys {
    private static final int MOST_DIRECT = 500;
    private static final int MOST_JOURNEYS = 40;
    private static final int MOST_INDIRECT = 1_000;
    private static final int CROWD = 150;

    private final List<RunningContext> contexts;

    Journeys(List<RunningContext> contexts) {
        this.contexts = contexts;
    }

    /// @param ids of orders, carts, checkouts, payments, customers ... or journeys
    public Trail follow(Set<String> ids) {
        var journeys = uuids(ids);
        var direct = everywhere((context, tx) -> {
            var found = new ArrayList<>(JournalSearch.ofKeys(tx, context.name(), ids, MOST_DIRECT));
            found.addAll(JournalSearch.ofActors(tx, context.name(), ids, MOST_DIRECT));
            found.addAll(JournalSearch.ofJourneys(tx, context.name(), journeys, MOST_DIRECT));
            return found;
        });
        var all = new LinkedHashMap<UUID, Envelope>();
        direct.forEach(found -> all.putIfAbsent(found.id(), found));
        var others = newest(direct, journeys);
        var indirect = everywhere((context, tx) -> JournalSearch.ofJourneys(tx, context.name(), others, MOST_INDIRECT));
        withoutCrowds(indirect).forEach(found -> all.putIfAbsent(found.id(), found));
        journeys.addAll(others);
        var deeds = everywhere((context, tx) -> deeds(context, tx, journeys));
        boolean complete = direct.size() < MOST_DIRECT && indirect.size() < MOST_INDIRECT && others.size() < MOST_JOURNEYS;
        return new Trail(
                passages(all.values()), deeds.stream().sorted(Comparator.comparing(Deed::at)).toList(), complete);
    }

    /// Envelope and JSON of one message, personal values masked; the text is null when it cannot be shown.
    public Optional<Told> message(String context, long position) {
        return contexts.stream()
                .filter(one -> one.name().equals(context))
                .findFirst()
                .flatMap(one -> one.database().read(tx -> JournalSearch.at(tx, context, position)).map(text -> told(one, text)));
    }

    /// One message as an operator may read it.
    public record Told(Envelope envelope, @Nullable String payload) {}

    private static Told told(RunningContext writer, JournalSearch.Text text) {
        var payload = writer.plate().written(text.envelope().type()).flatMap(type -> MaskedJson.of(type, text.payload()));
        return new Told(text.envelope(), payload.orElse(null));
    }

    private static Set<UUID> uuids(Set<String> ids) {
        var uuids = new LinkedHashSet<UUID>();
        for (var id : ids) {
            if (id.length() == 36) {
                uuids.add(UUID.fromString(id));
            }
        }
        return uuids;
    }

    private static List<UUID> newest(List<Envelope> direct, Set<UUID> known) {
        return direct.stream()
                .sorted(Comparator.comparing(Envelope::occurredAt).reversed())
                .map(found -> found.cause().correlationId())
                .filter(journey -> !known.contains(journey))
                .distinct()
                .limit(MOST_JOURNEYS)
                .toList();
    }

    /// A journey of very many messages is a job about everything, an import for example: its other messages tell nothing
    /// about what is looked for.
    private static List<Envelope> withoutCrowds(List<Envelope> found) {
        var sizes = new HashMap<UUID, Integer>();
        found.forEach(one -> sizes.merge(one.cause().correlationId(), 1, Integer::sum));
        return found.stream().filter(one -> sizes.getOrDefault(one.cause().correlationId(), 0) < CROWD).toList();
    }

    private static List<Deed> deeds(RunningContext context, Tx tx, Collection<UUID> journeys) {
        return tx.sql("select * from audit where correlation_id = any(?) order by id limit 200")
                .array("uuid", List.copyOf(journeys))
                .list(row -> Deed.from(row, context.name()));
    }

    private List<Passage> passages(Collection<Envelope> found) {
        var arrivals = new Arrivals(contexts, found);
        var depths = depths(found);
        return found.stream()
                .sorted(Comparator.comparing(Envelope::occurredAt)
                        .thenComparingInt(one -> depths.getOrDefault(one.id(), 0))
                        .thenComparing(Envelope::context)
                        .thenComparingLong(Envelope::position))
                .map(one -> new Passage(one, depths.getOrDefault(one.id(), 0), arrivals.of(one)))
                .toList();
    }

    private static Map<UUID, Integer> depths(Collection<Envelope> found) {
        var causes = new HashMap<UUID, UUID>();
        found.forEach(one -> causes.put(one.id(), one.cause().causationId()));
        var depths = new HashMap<UUID, Integer>();
        for (var one : causes.keySet()) {
            int depth = 0;
            var seen = new HashSet<UUID>();
            for (var at = causes.get(one); at != null && causes.containsKey(at) && seen.add(at); at = causes.get(at)) {
                depth++;
            }
            depths.put(one, depth);
        }
        return depths;
    }

    private <T> List<T> everywhere(BiFunction<RunningContext, Tx, List<T>> look) {
        try (var parallel = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = contexts.stream()
                    .map(context -> parallel.submit(() -> context.database().read(tx -> look.apply(context, tx))))
                    .toList();
            var all = new ArrayList<T>();
            for (var future : futures) {
                all.addAll(Objects.requireNonNull(future.get()));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking into the journals", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }
}
