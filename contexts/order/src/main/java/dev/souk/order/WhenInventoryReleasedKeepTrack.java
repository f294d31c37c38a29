package dev.souk.order;

import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.order.db.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cancelled order shows that its stock is free again; what failed checkouts release is not looked at.
final class WhenInventoryReleasedKeepTrack {
    private static final Logger LOG = LoggerFactory.getLogger(WhenInventoryReleasedKeepTrack.class);

    private WhenInventoryReleasedKeepTrack() {}

    static Following<InventoryReleased> with(Orders orders) {
        return new Following<>(
                orders,
                event -> event.reason().equals("ORDER_CANCELLED") ? event.orderId() : null,
                (order, _, _) -> order.reservationReleased(),
                (event, _) -> LOG.debug("release of {} concerns no order", event.reservationId()));
    }
}
