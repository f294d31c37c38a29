package dev.souk.order.db;

import dev.souk.contracts.order.CreateOrder;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderStatus;
import dev.souk.order.domain.PaymentStatus;
import dev.souk.order.domain.ReservationStatus;
import java.util.List;

/// An acceptable CreateOrder with the number that was drawn for it.
public record Placed(long number, String confirmationNumber, CreateOrder command) {
    /// Versions 1 to 3 are created, submitted and confirmed.
    public static final long CONFIRMED_VERSION = 3;

    public Order order() {
        return new Order(
                number,
                command.orderId(),
                command.customerId(),
                OrderStatus.CONFIRMED,
                CONFIRMED_VERSION,
                command.total(),
                command.currency(),
                command.reservationId(),
                ReservationStatus.COMMITTED,
                command.paymentId(),
                PaymentStatus.AUTHORIZED,
                0,
                0,
                List.of());
    }
}
