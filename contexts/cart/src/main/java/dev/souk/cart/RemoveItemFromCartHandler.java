package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Basket;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.ItemRemovedFromCart;
import dev.souk.contracts.cart.RemoveItemFromCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Takes a product out, line by line in the order in which they came in.
final class RemoveItemFromCartHandler {
    private final Carts carts;
    private final CartLines lines;

    RemoveItemFromCartHandler(Carts carts, CartLines lines) {
        this.carts = carts;
        this.lines = lines;
    }

    Outcome<CartChanged> handle(RemoveItemFromCart command, Tx tx) {
        if (command.quantity() != null && command.quantity() < 1) {
            return Outcome.refused(new CartRefusal.InvalidQuantity());
        }
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(cart -> remove(command, lines.basket(tx, cart), tx));
    }

    private Outcome<CartChanged> remove(RemoveItemFromCart command, Basket basket, Tx tx) {
        var affected = basket.of(command.productId(), command.variantId());
        if (affected.isEmpty()) {
            return Outcome.refused(new CartRefusal.UnknownLine());
        }
        long left = command.quantity() == null ? Long.MAX_VALUE : command.quantity();
        for (var line : affected) {
            var taken = (int) Math.min(left, line.quantity());
            if (taken > 0 && basket.set(line.lineId(), line.quantity() - taken) instanceof Outcome.Done<?>) {
                tx.publish(
                        new ItemRemovedFromCart(command.cartId(), line.productId(), line.sku(), taken, tx.now()),
                        basket.version());
                left -= taken;
            }
        }
        lines.save(tx, basket);
        return Outcome.done(new CartChanged(command.cartId(), basket.version(), basket.size(), true));
    }
}
