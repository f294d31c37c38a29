package dev.souk.inventory.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One sku with its stock at all locations, as one pass works on it.
public final class Article {
    /// Which sku it is, and whose.
    ///
    /// @param sellerId null for the shop's own
    public record Identity(String sku, UUID productId, @Nullable UUID sellerId) {}

    /// What has been said about the level.
    ///
    /// @param low at or below the reorder point
    /// @param alerted the alert for this dip is out
    /// @param suggested the suggestion to reorder for this dip is out
    public record Watch(boolean low, boolean alerted, boolean suggested) {}

    /// Units to take at a place.
    public record Take(Place place, int quantity) {}

    private final Identity identity;
    private final boolean sellable;
    private final List<Place> places;
    private ReorderPolicy policy;
    private Watch watch;
    private long version;
    private boolean changed;

    public Article(
            Identity identity, boolean sellable, ReorderPolicy policy, Watch watch, long version, List<Place> places) {
        this.identity = identity;
        this.sellable = sellable;
        this.policy = policy;
        this.watch = watch;
        this.version = version;
        this.places = places.stream()
                .sorted(Comparator.comparingInt(Place::priority).thenComparing(Place::location))
                .toList();
    }

    /// From the first place that can give all, otherwise from all places in order. Empty when they have not enough.
    public Optional<List<Take>> allocate(int quantity) {
        for (var place : places) {
            if (place.available() >= quantity) {
                return Optional.of(List.of(new Take(place, quantity)));
            }
        }
        var takes = new ArrayList<Take>();
        long missing = quantity;
        for (var place : places) {
            int part = (int) Math.min(missing, place.available());
            if (part > 0) {
                takes.add(new Take(place, part));
                missing -= part;
            }
        }
        return missing == 0 ? Optional.of(takes) : Optional.empty();
    }

    /// What is to be said after available stock went from `before` to what it is now.
    List<Signal> watch(long before, long pointBefore) {
        long now = available();
        var signals = new ArrayList<Signal>(2);
        boolean fell = before > pointBefore && now <= policy.reorderPoint();
        boolean alert = fell && !watch.alerted();
        if (alert) {
            signals.add(new Signal(this, Signal.Kind.LOW, now));
        }
        if (before > 0 && now == 0) {
            signals.add(new Signal(this, Signal.Kind.DEPLETED, now));
        }
        seen(new Watch(
                now <= policy.reorderPoint(),
                alert || (watch.alerted() && now < policy.rearmAt()),
                watch.suggested() && now <= policy.autoReorderAt()));
        return signals;
    }

    private void seen(Watch now) {
        changed |= !now.equals(watch);
        watch = now;
    }

    /// Remembers that reordering has been suggested.
    public void suggest() {
        seen(new Watch(watch.low(), watch.alerted(), true));
    }

    void policy(ReorderPolicy other) {
        policy = other;
    }

    /// The version of the next event about this sku.
    public long next() {
        changed = true;
        return ++version;
    }

    public Optional<Place> at(String location) {
        return places.stream().filter(place -> place.location().equals(location)).findFirst();
    }

    public long available() {
        return onHand() - reserved();
    }

    public long onHand() {
        return places.stream().mapToLong(Place::onHand).sum();
    }

    public long reserved() {
        return places.stream().mapToLong(Place::reserved).sum();
    }

    public String sku() {
        return identity.sku();
    }

    public Identity identity() {
        return identity;
    }

    public boolean sellable() {
        return sellable;
    }

    public ReorderPolicy policy() {
        return policy;
    }

    public Watch watch() {
        return watch;
    }

    public long version() {
        return version;
    }

    public List<Place> places() {
        return places;
    }

    public boolean changed() {
        return changed;
    }
}
