package dev.souk.inventory;

import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Stops the clock of a hold. A hold whose time is over ends here, even if the sweep has not come by yet.
final class CommitReservationHandler {
    void decide(CommitReservation command, Desk desk, Tx tx) {
        var known = desk.find(command.reservationId());
        if (known == null) {
            var tombstone = Reservation.tombstone(
                    command.reservationId(), command.checkoutId(), Reservation.UNKNOWN, desk.now());
            reject(command, desk.put(tombstone), desk, tx);
        } else if (known.due(desk.now())) {
            reject(command, desk.put(Expiry.expire(known, desk, tx).answered()), desk, tx);
        } else if (known.open() && command.orderId().equals(known.orderId())) {
            commit(known, command.checkoutId(), command.orderId(), desk, tx);
        } else {
            reject(command, desk.put(known.answered()), desk, tx);
        }
    }

    /// A confirmed order's reservation is committed already, unless something went wrong before; then it is now.
    void confirmed(OrderConfirmed event, Desk desk, Tx tx) {
        UUID id = event.inventoryReservationId();
        var known = id == null ? null : desk.find(id);
        if (known == null || known.status() != Reservation.Status.HELD || !event.orderId().equals(known.orderId())) {
            return;
        }
        var checkout = known.checkoutId();
        if (known.due(desk.now())) {
            Expiry.expire(known, desk, tx);
        } else if (checkout != null) {
            commit(known, checkout, event.orderId(), desk, tx);
        }
    }

    private static void commit(Reservation open, UUID checkout, UUID order, Desk desk, Tx tx) {
        var committed =
                desk.put(open.status() == Reservation.Status.HELD ? open.committed() : open.answered());
        tx.publish(new ReservationCommitted(committed.id(), checkout, order, desk.now()), committed.version());
    }

    private static void reject(CommitReservation command, Reservation known, Desk desk, Tx tx) {
        var rejected = new ReservationCommitRejected(
                command.reservationId(), command.checkoutId(), command.orderId(), reason(known), desk.now());
        tx.publish(rejected, known.version());
    }

    private static String reason(Reservation known) {
        return switch (known.status()) {
            case EXPIRED -> "EXPIRED";
            case RELEASED -> Reservation.UNKNOWN.equals(known.reason()) ? "UNKNOWN" : "RELEASED";
            case UNAVAILABLE, HELD, COMMITTED -> "UNKNOWN";
        };
    }
}
