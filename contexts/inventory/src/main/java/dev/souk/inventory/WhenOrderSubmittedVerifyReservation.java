package dev.souk.inventory;

import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.inventory.db.Alarms;
import dev.souk.inventory.domain.Coverage;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A binding order has a committed reservation of exactly its items behind it; anything else is an alarm. An unknown
/// reservation has raised its alarm when the order was created.
final class WhenOrderSubmittedVerifyReservation {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOrderSubmittedVerifyReservation.class);

    private final Alarms alarms = new Alarms();

    void react(OrderSubmitted event, Desk desk, Tx tx) {
        var reservation = desk.find(event.reservationId());
        if (reservation == null) {
            LOG.error("submitted order {} names the unknown reservation {}", event.orderId(), event.reservationId());
        } else if (reservation.status() != Reservation.Status.COMMITTED) {
            var detail = "reservation " + reservation.id() + " is " + reservation.status();
            alarm(Alarms.Kind.NOT_COMMITTED, detail, event, tx);
        } else if (!covers(reservation, event)) {
            alarm(Alarms.Kind.NOT_COVERED, "reservation " + reservation.id() + " holds other items", event, tx);
        }
    }

    private static boolean covers(Reservation reservation, OrderSubmitted event) {
        var ordered = new HashMap<String, Long>();
        for (var item : event.items()) {
            ordered.merge(item.sku(), (long) item.quantity(), Long::sum);
        }
        return Coverage.exact(reservation.lines(), ordered);
    }

    private void alarm(Alarms.Kind kind, String detail, OrderSubmitted event, Tx tx) {
        LOG.error("order {} without its stock: {}", event.orderId(), detail);
        alarms.raise(tx, kind, event.orderId(), detail);
    }
}
