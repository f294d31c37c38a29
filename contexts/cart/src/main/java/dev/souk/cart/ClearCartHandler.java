package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartCleared;
import dev.souk.contracts.cart.ClearCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Takes everything out; an empty cart stays as it is.
final class ClearCartHandler {
    private final Carts carts;
    private final CartLines lines;

    ClearCartHandler(Carts carts, CartLines lines) {
        this.carts = carts;
        this.lines = lines;
    }

    Outcome<CartChanged> handle(ClearCart command, Tx tx) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            if (cart.lineCount() == 0) {
                return Outcome.done(new CartChanged(cart.id(), cart.version(), 0, false));
            }
            lines.clear(tx, cart.id());
            carts.touch(tx, cart.id(), cart.version() + 1, 0);
            tx.publish(new CartCleared(cart.id(), tx.now()), cart.version() + 1);
            return Outcome.done(new CartChanged(cart.id(), cart.version() + 1, 0, true));
        });
    }
}
