package dev.souk.order;

import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.order.db.OrderReads;
import dev.souk.order.db.Placed;
import dev.souk.order.domain.Order;
import dev.souk.platform.messaging.Tx;
import org.jspecify.annotations.Nullable;

/// The three facts of a new order, and the answer to a repeated CreateOrder.
final class OrderEvents {
    private OrderEvents() {}

    static void placed(Tx tx, Placed order) {
        tx.publish(created(tx, order), 1);
        tx.publish(submitted(tx, order.command()), 2);
        tx.publish(confirmed(tx, order), Placed.CONFIRMED_VERSION);
    }

    private static OrderCreated created(Tx tx, Placed order) {
        var command = order.command();
        return new OrderCreated(
                command.orderId(),
                command.customerId(),
                command.total(),
                command.currency(),
                "created",
                command.items().stream()
                        .map(i -> new OrderCreated.Item(
                                i.productId(), i.variantId(), i.sku(), i.name(), i.quantity(), i.unitPrice()))
                        .toList(),
                tx.now(),
                command.subtotal(),
                command.discount(),
                command.shipping(),
                command.tax(),
                command.cartId(),
                command.checkoutId(),
                command.reservationId(),
                order.confirmationNumber(),
                command.channel(),
                points(command.points()));
    }

    private static OrderCreated.@Nullable Points points(CreateOrder.@Nullable Points points) {
        return points == null ? null : new OrderCreated.Points(points.holdId(), points.points(), points.amount());
    }

    private static OrderSubmitted submitted(Tx tx, CreateOrder command) {
        return new OrderSubmitted(
                command.orderId(),
                command.customerId(),
                command.total(),
                command.currency(),
                command.reservationId(),
                command.paymentId(),
                command.items().stream()
                        .map(i -> new OrderSubmitted.Item(
                                i.productId(), i.variantId(), i.sku(), i.quantity(), i.unitPrice()))
                        .toList(),
                command.promotions().stream()
                        .map(p -> new OrderSubmitted.Promotion(p.promotionId(), p.holdId(), p.code(), p.discount()))
                        .toList(),
                command.deliveryAddress(),
                command.deliveryCountry(),
                command.email(),
                tx.now());
    }

    private static OrderConfirmed confirmed(Tx tx, Placed order) {
        var command = order.command();
        return new OrderConfirmed(
                command.orderId(),
                command.customerId(),
                order.confirmationNumber(),
                command.paymentAuthorizationId(),
                command.reservationId(),
                command.paymentId(),
                command.total(),
                command.currency(),
                tx.now(),
                command.shippingMethodId(),
                command.deliveryCountry());
    }

    /// OrderCreated once more, from what is stored, as the next version: whoever asked sees that the order exists, and
    /// nobody captures or books a second time.
    static void again(Tx tx, Order order, OrderReads reads) {
        var stored = reads.order(tx, order.id()).orElseThrow();
        tx.publish(
                new OrderCreated(
                        stored.orderId(),
                        stored.customerId(),
                        stored.total(),
                        stored.currency(),
                        "created",
                        stored.items().stream()
                                .map(i -> new OrderCreated.Item(
                                        i.productId(), i.variantId(), i.sku(), i.name(), i.quantity(), i.unitPrice()))
                                .toList(),
                        stored.createdAt(),
                        stored.subtotal(),
                        stored.discount(),
                        stored.shipping(),
                        stored.tax(),
                        stored.cartId(),
                        stored.checkoutId(),
                        stored.reservation().reservationId(),
                        stored.confirmationNumber(),
                        stored.channel(), null),
                order.version());
    }
}
