package dev.souk.inventory.db;

import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table `reservation`.
public final class Reservations {
    private static final String COLUMNS =
            "id, checkout_id, order_id, cart_id, status, lines, reason, reserved_at, expires_at, version";

    /// Those that exist, locked in one order by everybody.
    public Map<UUID, Reservation> lock(Tx tx, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(tx, ids, "order by id for update");
    }

    /// Those that exist, to look at only.
    public Map<UUID, Reservation> look(Tx tx, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(tx, ids, "");
    }

    private static Map<UUID, Reservation> byId(Tx tx, Collection<UUID> ids, String tail) {
        var found = new HashMap<UUID, Reservation>();
        tx.sql("select " + COLUMNS + " from reservation where id = any(?) " + tail)
                .array("uuid", List.copyOf(ids))
                .list(Reservations::reservation)
                .forEach(reservation -> found.put(reservation.id(), reservation));
        return found;
    }

    /// Holds whose time is over, those that nobody else is working on.
    public List<Reservation> claimDue(Tx tx, Instant now, int limit) {
        return tx.sql("select " + COLUMNS
                        + """
                         from reservation where status = 'HELD' and expires_at <= ?
                        order by expires_at limit ? for update skip locked
                        """)
                .params(now, limit)
                .list(Reservations::reservation);
    }

    /// Which journeys these belong to, as far as it was written down.
    public Map<UUID, UUID> journeys(Tx tx, Collection<UUID> ids) {
        var found = new HashMap<UUID, UUID>();
        tx.sql("select id, correlation_id from reservation where id = any(?) and correlation_id is not null")
                .array("uuid", List.copyOf(ids))
                .list(row -> found.put(row.uuid("id"), row.uuid("correlation_id")));
        return found;
    }

    private static Reservation reservation(Row row) {
        var order = row.uuidOrNull("order_id");
        var cart = row.uuidOrNull("cart_id");
        return new Reservation(
                row.uuid("id"),
                row.uuidOrNull("checkout_id"),
                order == null || cart == null ? null : new Reservation.Owners(order, cart),
                row.enumOf(Reservation.Status.class, "status"),
                Lines.read(row.text("lines")),
                row.textOrNull("reason"),
                row.instant("reserved_at"),
                row.instant("expires_at"),
                row.bigint("version"));
    }

    /// New ones, all reserved at the same instant.
    ///
    /// @param journeys which each belongs to
    public void insert(Tx tx, List<Reservation> all, Map<UUID, UUID> journeys) {
        if (all.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        insert into reservation
                            (id, checkout_id, order_id, cart_id, status, lines, reason, reserved_at, expires_at, version,
                             correlation_id)
                        select id, checkout_id, order_id, cart_id, status, lines, reason,
                               ?::timestamptz, ?::timestamptz + ttl * interval '1 second', version, journey
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as new(id, checkout_id, order_id, cart_id, status, lines, reason, ttl, version, journey)
                        """)
                .params(all.getFirst().reservedAt(), all.getFirst().reservedAt())
                .array("uuid", all, Reservation::id)
                .array("uuid", all, Reservation::checkoutId)
                .array("uuid", all, Reservation::orderId)
                .array("uuid", all, Reservations::cartId)
                .array("text", all, Reservation::status)
                .array("text", all, r -> Lines.write(r.lines()))
                .array("text", all, Reservation::reason)
                .array("bigint", all, r -> Duration.between(r.reservedAt(), r.expiresAt()).toSeconds())
                .array("bigint", all, Reservation::version)
                .array("uuid", all, r -> journeys.get(r.id()))
                .update();
    }

    /// Those locked before; only status, reason and version ever change.
    public void update(Tx tx, List<Reservation> all) {
        if (all.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        update reservation r set status = new.status, reason = new.reason, version = new.version
                        from unnest(?, ?, ?, ?) as new(id, status, reason, version)
                        where r.id = new.id
                        """)
                .array("uuid", all, Reservation::id)
                .array("text", all, Reservation::status)
                .array("text", all, Reservation::reason)
                .array("bigint", all, Reservation::version)
                .update();
    }

    private static @Nullable UUID cartId(Reservation reservation) {
        return reservation.owners() == null ? null : reservation.owners().cartId();
    }
}
