package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartCouponRemoved;
import dev.souk.contracts.cart.RemoveCouponFromCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Forgets the code; without one nothing changes.
final class RemoveCouponFromCartHandler {
    private final Carts carts;

    RemoveCouponFromCartHandler(Carts carts) {
        this.carts = carts;
    }

    Outcome<CartChanged> handle(RemoveCouponFromCart command, Tx tx) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            if (cart.promotionCode() == null) {
                return Outcome.done(new CartChanged(cart.id(), cart.version(), cart.lineCount(), false));
            }
            carts.setCode(tx, cart, null);
            tx.publish(new CartCouponRemoved(cart.id(), cart.promotionCode(), "REQUESTED"), cart.version() + 1);
            return Outcome.done(new CartChanged(cart.id(), cart.version() + 1, cart.lineCount(), true));
        });
    }
}
