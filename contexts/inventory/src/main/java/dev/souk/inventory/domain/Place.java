package dev.souk.inventory.domain;

import java.util.UUID;

/// The stock of one sku at one location, as one pass works on it.
public final class Place {
    /// Far above any shop, far below the overflow of a sum.
    public static final long MOST = 2_000_000_000L;

    private final String sku;
    private final String location;
    private final int priority;
    private long onHand;
    private long reserved;
    private long version;
    private boolean changed;

    public Place(String sku, String location, int priority, long onHand, long reserved, long version) {
        this.sku = sku;
        this.location = location;
        this.priority = priority;
        this.onHand = onHand;
        this.reserved = reserved;
        this.version = version;
    }

    /// Changes the balances; the caller has checked that the stock allows it.
    Movement move(Movement.Kind kind, int onHandDelta, int reservedDelta, UUID reference) {
        onHand += onHandDelta;
        reserved += reservedDelta;
        if (reserved < 0 || reserved > onHand || onHand > MOST) {
            throw new IllegalStateException(
                    kind + " leaves " + onHand + " on hand and " + reserved + " reserved of " + sku + " at " + location);
        }
        version++;
        changed = true;
        return new Movement(sku, location, version, kind, onHandDelta, reservedDelta, onHand, reserved, reference);
    }

    public String sku() {
        return sku;
    }

    public String location() {
        return location;
    }

    public int priority() {
        return priority;
    }

    public long onHand() {
        return onHand;
    }

    public long reserved() {
        return reserved;
    }

    public long available() {
        return onHand - reserved;
    }

    public long version() {
        return version;
    }

    public boolean changed() {
        return changed;
    }
}
