package dev.souk.inventory;

import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.inventory.db.Alarms;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives back what a reservation holds, at the request of checkout or because its order was cancelled. Nothing that has
/// ended is touched again.
final class ReleaseInventoryHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseInventoryHandler.class);
    private static final String CANCELLED = "ORDER_CANCELLED";

    private final Alarms alarms = new Alarms();

    void decide(ReleaseInventory command, Desk desk, Tx tx) {
        var known = desk.find(command.reservationId());
        if (known == null) {
            var tombstone = Reservation.tombstone(
                    command.reservationId(), command.checkoutId(), command.reason(), desk.now());
            tell(desk.put(tombstone), command.reason(), List.of(), desk, tx);
        } else if (known.open()) {
            release(known, command.reason(), desk, tx);
        } else {
            tell(desk.put(known.answered()), command.reason(), List.of(), desk, tx);
        }
    }

    void cancelled(OrderCancelled event, Desk desk, Tx tx) {
        UUID id = event.reservationId();
        if (id == null) {
            LOG.debug("order {} was cancelled without a reservation", event.orderId());
            return;
        }
        var known = desk.find(id);
        if (known == null) {
            LOG.error("cancelled order {} names the unknown reservation {}", event.orderId(), id);
            alarms.raise(tx, Alarms.Kind.UNKNOWN_RESERVATION, event.orderId(), "cancelled, reservation " + id);
        } else if (known.open()) {
            release(known, CANCELLED, desk, tx);
        }
    }

    private static void release(Reservation open, String reason, Desk desk, Tx tx) {
        desk.giveBack(open);
        var items = open.lines().stream()
                .map(line -> new InventoryReleased.Item(line.sku(), line.location(), line.quantity()))
                .toList();
        tell(desk.put(open.released(reason)), reason, items, desk, tx);
        desk.tell(tx);
    }

    private static void tell(
            Reservation released, String reason, List<InventoryReleased.Item> items, Desk desk, Tx tx) {
        tx.publish(
                new InventoryReleased(
                        released.id(), released.checkoutId(), released.orderId(), reason, items, desk.now()),
                released.version());
    }

    /// Why a released reservation holds nothing, in the words of the contract.
    static String reasonOf(Reservation released) {
        var reason = released.reason();
        return reason == null || reason.equals(Reservation.UNKNOWN) ? "CHECKOUT_FAILED" : reason;
    }
}
