package dev.souk.cart;

import dev.souk.cart.db.Checkouts;
import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The order exists, so the cart goes. A cart that is not locked by the checkout of this order stays.
final class WhenOrderCreatedConvertCart {
    private final Checkouts checkouts;

    WhenOrderCreatedConvertCart(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    /// An order, and the transaction with its cause.
    private record Ordered(OrderCreated order, Tx tx) {}

    void react(OrderCreated event, Tx tx) {
        convert(tx, List.of(new Ordered(event, tx)));
    }

    void reactAll(List<Received<OrderCreated>> batch, Tx tx) {
        convert(
                tx,
                batch.stream()
                        .map(received -> new Ordered(received.message(), tx.because(received)))
                        .toList());
    }

    private void convert(Tx tx, List<Ordered> all) {
        var byCheckout = new HashMap<UUID, Ordered>();
        all.forEach(one -> byCheckout.put(one.order().checkoutId(), one));
        var converted = checkouts.convert(
                tx,
                all.stream().map(one -> one.order().cartId()).toList(),
                all.stream().map(one -> one.order().checkoutId()).toList());
        for (var cart : converted) {
            var one = Optional.ofNullable(byCheckout.get(cart.checkoutId())).orElseThrow();
            one.tx()
                    .publish(
                            new CartConvertedToOrder(
                                    cart.cartId(),
                                    one.order().orderId(),
                                    one.order().customerId(),
                                    one.order().total(),
                                    cart.lines(),
                                    tx.now()),
                            cart.version());
        }
    }
}
