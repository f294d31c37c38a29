package dev.souk.inventory;

import dev.souk.contracts.order.OrderCreated;
import dev.souk.inventory.db.Alarms;
import dev.souk.platform.messaging.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reservation has carried its order's id since it was made, so binding is a comparison; what differs is an alarm.
final class WhenOrderCreatedBindReservation {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOrderCreatedBindReservation.class);

    private final Alarms alarms = new Alarms();

    void react(OrderCreated event, Desk desk, Tx tx) {
        var reservation = desk.find(event.reservationId());
        if (reservation == null) {
            LOG.error("order {} names the unknown reservation {}", event.orderId(), event.reservationId());
            alarms.raise(
                    tx, Alarms.Kind.UNKNOWN_RESERVATION, event.orderId(), "reservation " + event.reservationId());
        } else if (!event.orderId().equals(reservation.orderId())) {
            LOG.error("order {} names reservation {} of another order", event.orderId(), reservation.id());
            alarms.raise(
                    tx,
                    Alarms.Kind.OTHER_ORDER,
                    event.orderId(),
                    "reservation " + reservation.id() + " is for order " + reservation.orderId());
        }
    }
}
