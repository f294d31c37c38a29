package dev.souk.order;

import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.order.db.Orders;
import dev.souk.order.domain.Hold;
import dev.souk.order.domain.HoldReason;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nearly always a checkout that was given up. If an order points at the reservation, its stock is gone.
final class WhenReservationExpiredCancel {
    private static final Logger LOG = LoggerFactory.getLogger(WhenReservationExpiredCancel.class);

    private WhenReservationExpiredCancel() {}

    static Following<InventoryReservationExpired> with(Orders orders, Duration review) {
        return new Following<>(
                orders,
                InventoryReservationExpired::orderId,
                (order, event, tx) -> order.reservationExpired(
                        event.reservationId(),
                        new Hold(
                                tx.newId(), HoldReason.INVENTORY_RECHECK, tx.now().plus(review), null, tx.now(), true)),
                (event, _) -> LOG.debug("reservation {} expired without an order", event.reservationId()));
    }
}
