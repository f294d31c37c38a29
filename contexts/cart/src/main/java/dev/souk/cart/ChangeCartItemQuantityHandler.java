package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Basket;
import dev.souk.cart.domain.Line;
import dev.souk.contracts.cart.CartItemQuantityChanged;
import dev.souk.contracts.cart.ChangeCartItemQuantity;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.contracts.cart.ItemRemovedFromCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Another quantity; 0 removes the line.
final class ChangeCartItemQuantityHandler {
    private final Carts carts;
    private final CartLines lines;

    ChangeCartItemQuantityHandler(Carts carts, CartLines lines) {
        this.carts = carts;
        this.lines = lines;
    }

    Outcome<ItemChanged> handle(ChangeCartItemQuantity command, Tx tx) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(cart -> change(command, lines.basket(tx, cart), tx));
    }

    private Outcome<ItemChanged> change(ChangeCartItemQuantity command, Basket basket, Tx tx) {
        var before = basket.line(command.lineId());
        var from = before == null ? 0 : before.quantity();
        return basket.set(command.lineId(), command.quantity()).then(line -> {
            lines.save(tx, basket);
            tx.publish(
                    command.quantity() == 0
                            ? new ItemRemovedFromCart(command.cartId(), line.productId(), line.sku(), from, tx.now())
                            : new CartItemQuantityChanged(
                                    command.cartId(), line.productId(), line.sku(), from, line.quantity()),
                    basket.version());
            return Outcome.done(answer(command, basket, line));
        });
    }

    private static ItemChanged answer(ChangeCartItemQuantity command, Basket basket, Line line) {
        return new ItemChanged(
                command.cartId(),
                basket.version(),
                basket.size(),
                line.lineId(),
                line.productId(),
                line.sku(),
                command.quantity(),
                line.unitPrice());
    }
}
