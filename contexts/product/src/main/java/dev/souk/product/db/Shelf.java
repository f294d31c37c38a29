package dev.souk.product.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Levels.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Products as they are read, kept ready in memory. What a transaction changed is dropped after its commit; what was
/// read while something changed is answered but not kept.
public final class Shelf {
    private static final Duration NUMBER_IS_FRESH = Duration.ofMinutes(10);

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final ProductReader reader = new ProductReader();
    private final int capacity;

    /// A product with the levels of its skus.
    record Kept(ProductView view, Map<String, Level> levels) {
        Kept with(Level level) {
            var known = levels.get(level.sku());
            if (known != null && known.version() > level.version()) {
                return this;
            }
            var all = new HashMap<>(levels);
            all.put(level.sku(), level);
            return of(view, all.values());
        }

        static Kept of(ProductView view, Collection<Level> levels) {
            var bySku = new HashMap<String, Level>();
            levels.forEach(level -> bySku.put(level.sku(), level));
            return new Kept(view.with(together(bySku.values())), bySku);
        }

        private static ProductView.@Nullable Availability together(Collection<Level> levels) {
            if (levels.isEmpty()) {
                return null;
            }
            var states = levels.stream().map(Level::state).toList();
            var state = states.contains("IN_STOCK") ? "IN_STOCK" : states.contains("LOW") ? "LOW" : "OUT";
            var units = levels.stream().mapToLong(level -> Math.max(0, level.available())).sum();
            var asOf = levels.stream().map(Level::asOf).min(java.util.Comparator.naturalOrder());
            return new ProductView.Availability(state, units, asOf.orElseThrow());
        }
    }

    /// An empty shelf.
    ///
    /// @param capacity how many products to keep
    public Shelf(int capacity) {
        this.capacity = capacity;
    }

    /// The product if there is one that is not deleted.
    public Optional<ProductView> find(Tx tx, UUID id) {
        var ready = kept.get(id);
        return ready == null
                ? Optional.ofNullable(read(tx, List.of(id)).get(id)).map(found -> shown(found.view(), tx))
                : Optional.of(shown(ready.view(), tx));
    }

    /// Those of the products that there are, in any order.
    public List<ProductView> find(Tx tx, Collection<UUID> ids) {
        var found = new HashMap<UUID, Kept>();
        var missing = new ArrayList<UUID>();
        for (var id : Set.copyOf(ids)) {
            var ready = kept.get(id);
            if (ready == null) {
                missing.add(id);
            } else {
                found.put(id, ready);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(read(tx, missing));
        }
        return found.values().stream().map(product -> shown(product.view(), tx)).toList();
    }

    /// The same past the memory, for the transaction that has just changed it.
    public Optional<ProductView> fresh(Tx tx, UUID id) {
        return Optional.ofNullable(reader.read(tx, List.of(id)).get(id)).map(k -> shown(k.view(), tx));
    }

    private Map<UUID, Kept> read(Tx tx, List<UUID> ids) {
        long before = changes.get();
        var found = reader.read(tx, ids);
        found.forEach((id, product) ->
                kept.compute(id, (_, present) -> changes.get() == before ? product : present));
        makeRoom();
        return found;
    }

    private static ProductView shown(ProductView view, Tx tx) {
        var availability = view.availability();
        return availability != null
                        && availability.asOf().plus(NUMBER_IS_FRESH).isBefore(tx.now())
                ? view.with(availability.withoutNumber())
                : view;
    }

    private void makeRoom() {
        if (kept.size() > capacity) {
            var each = kept.keySet().iterator();
            for (int dropped = 0; dropped <= capacity / 16 && each.hasNext(); dropped++) {
                each.next();
                each.remove();
            }
        }
    }

    /// These products are about to be changed by `tx`.
    public void changing(Tx tx, Collection<UUID> ids) {
        var changed = List.copyOf(ids);
        tx.afterCommit(() -> {
            changes.incrementAndGet();
            changed.forEach(kept::remove);
        });
    }

    public void changing(Tx tx, UUID id) {
        changing(tx, List.of(id));
    }

    /// A category is about to be changed, and with it how an unknown number of products reads.
    public void changingAll(Tx tx) {
        tx.afterCommit(this::clear);
    }

    /// Nothing that is kept may be right.
    public void clear() {
        changes.incrementAndGet();
        kept.clear();
    }

    /// Levels that `tx` has saved; what is kept is brought up to date instead of being dropped, since stock moves
    /// far more often than products do.
    public void restocked(Tx tx, Collection<Level> levels) {
        var saved = List.copyOf(levels);
        tx.afterCommit(() -> {
            changes.incrementAndGet();
            saved.forEach(level -> kept.computeIfPresent(level.productId(), (_, product) -> product.with(level)));
        });
    }
}
