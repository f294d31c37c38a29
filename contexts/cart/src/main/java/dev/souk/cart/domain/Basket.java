package dev.souk.cart.domain;

import dev.souk.platform.messaging.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A locked cart with its lines, while it is being changed. Remembers what has to be written; every change raises the
/// version by one, as every change is told by one event.
public final class Basket {
    private final Cart cart;
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    private long version;

    public Basket(Cart cart, List<Line> lines) {
        this.cart = cart;
        this.version = cart.version();
        lines.forEach(line -> this.lines.put(line.lineId(), line));
    }

    /// Adds to the line that is there, or begins one.
    public Outcome<Line> add(Offer offer, int quantity, @Nullable Long negotiatedPrice) {
        if (quantity < 1) {
            return Outcome.refused(new CartRefusal.InvalidQuantity());
        }
        if (!offer.forSale()) {
            return Outcome.refused(new CartRefusal.NotForSale(List.of(offer.sku())));
        }
        if (!offer.currency().equals(cart.currency())) {
            return Outcome.refused(new CartRefusal.CurrencyMismatch(cart.currency(), offer.currency()));
        }
        var fresh = Line.of(cart.id(), offer, quantity, negotiatedPrice, version + 1);
        var before = lines.get(fresh.lineId());
        var sum = (before == null ? 0L : before.quantity()) + quantity;
        if (sum > cart.limits().quantity()) {
            return Outcome.refused(new CartRefusal.QuantityLimit(cart.limits().quantity()));
        }
        if (before == null && lines.size() >= cart.limits().lines()) {
            return Outcome.refused(new CartRefusal.LineLimit(cart.limits().lines()));
        }
        return Outcome.done(put(before == null ? fresh : before.more((int) sum, fresh.unitPrice())));
    }

    /// Sets the quantity of a line; 0 removes it.
    public Outcome<Line> set(UUID lineId, int quantity) {
        var before = lines.get(lineId);
        if (before == null) {
            return Outcome.refused(new CartRefusal.UnknownLine());
        }
        if (quantity < 0) {
            return Outcome.refused(new CartRefusal.InvalidQuantity());
        }
        if (quantity > cart.limits().quantity()) {
            return Outcome.refused(new CartRefusal.QuantityLimit(cart.limits().quantity()));
        }
        return Outcome.done(quantity == 0 ? drop(before) : put(before.of(quantity)));
    }

    /// Takes over a line of another cart, as much of it as the limit allows.
    public Outcome<Line> take(Line other) {
        var id = Line.idOf(cart.id(), other.productId(), other.variantId(), other.negotiatedPrice());
        var before = lines.get(id);
        if (before == null && lines.size() >= cart.limits().lines()) {
            return Outcome.refused(new CartRefusal.LineLimit(cart.limits().lines()));
        }
        var sum = (before == null ? 0L : before.quantity()) + other.quantity();
        var capped = (int) Math.min(sum, cart.limits().quantity());
        return Outcome.done(put(new Line(
                id,
                other.productId(),
                other.variantId(),
                other.sku(),
                other.name(),
                capped,
                other.unitPrice(),
                other.negotiatedPrice(),
                before == null ? version + 1 : before.addedVersion(),
                null)));
    }

    /// The lines of a product, or of one variant of it.
    public List<Line> of(UUID productId, @Nullable UUID variantId) {
        return lines.values().stream()
                .filter(line -> line.productId().equals(productId))
                .filter(line -> variantId == null || variantId.equals(line.variantId()))
                .toList();
    }

    private Line put(Line line) {
        lines.put(line.lineId(), line);
        changed.add(line.lineId());
        removed.remove(line.lineId());
        version++;
        return line;
    }

    private Line drop(Line line) {
        lines.remove(line.lineId());
        changed.remove(line.lineId());
        removed.add(line.lineId());
        version++;
        return line;
    }

    public Cart cart() {
        return cart;
    }

    public long version() {
        return version;
    }

    public List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    public int size() {
        return lines.size();
    }

    public @Nullable Line line(UUID lineId) {
        return lines.get(lineId);
    }

    /// Lines to be written.
    public List<Line> changed() {
        return lines.values().stream()
                .filter(line -> changed.contains(line.lineId()))
                .toList();
    }

    /// Ids of lines to be deleted.
    public List<UUID> removed() {
        return List.copyOf(removed);
    }
}
