package dev.souk.inventory;

import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Tx;

/// Ends a hold whose time is over.
final class Expiry {
    private Expiry() {}

    static Reservation expire(Reservation held, Desk desk, Tx tx) {
        desk.giveBack(held);
        var expired = desk.put(held.expired());
        tx.publish(event(expired, desk), expired.version());
        desk.tell(tx);
        return expired;
    }

    static InventoryReservationExpired event(Reservation expired, Desk desk) {
        return new InventoryReservationExpired(
                expired.id(),
                expired.checkoutId(),
                expired.orderId(),
                expired.lines().stream()
                        .map(line -> new InventoryReservationExpired.Item(line.sku(), line.location(), line.quantity()))
                        .toList(),
                desk.now());
    }
}
