package dev.souk.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is held for one checkout. Every change and every repeated answer raises `version` by one, because each is an
/// event.
///
/// @param owners null for a tombstone: it was released before it was ever reserved
/// @param lines what is held; of an unavailable one, what there was instead
/// @param reason why it was released
public record Reservation(
        UUID id,
        @Nullable UUID checkoutId,
        @Nullable Owners owners,
        Status status,
        List<Line> lines,
        @Nullable String reason,
        Instant reservedAt,
        Instant expiresAt,
        long version) {

    /// Reason of the tombstone that a commit of an unknown id leaves.
    public static final String UNKNOWN = "UNKNOWN";

    public Reservation {
        lines = List.copyOf(lines);
    }

    public enum Status {
        HELD,
        COMMITTED,
        RELEASED,
        EXPIRED,
        UNAVAILABLE
    }

    public record Owners(UUID orderId, UUID cartId) {}

    /// `location` is empty when nothing is held.
    public record Line(String sku, String location, int quantity) {}

    /// Stands for a release, or a commit, that came before the reserve.
    public static Reservation tombstone(UUID id, UUID checkoutId, String reason, Instant now) {
        return new Reservation(id, checkoutId, null, Status.RELEASED, List.of(), reason, now, now, 1);
    }

    /// Still keeps stock from others.
    public boolean open() {
        return status == Status.HELD || status == Status.COMMITTED;
    }

    /// Its time is over, whether or not anybody has noticed.
    public boolean due(Instant now) {
        return status == Status.HELD && !expiresAt.isAfter(now);
    }

    public @Nullable UUID orderId() {
        return owners == null ? null : owners.orderId();
    }

    public Reservation committed() {
        return next(Status.COMMITTED, reason);
    }

    public Reservation released(String why) {
        return next(Status.RELEASED, why);
    }

    public Reservation expired() {
        return next(Status.EXPIRED, reason);
    }

    /// Nothing has changed but that the answer is given again.
    public Reservation answered() {
        return next(status, reason);
    }

    private Reservation next(Status status, @Nullable String why) {
        return new Reservation(id, checkoutId, owners, status, lines, why, reservedAt, expiresAt, version + 1);
    }
}
