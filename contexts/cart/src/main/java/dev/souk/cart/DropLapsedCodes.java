package dev.souk.cart;

import dev.souk.cart.db.IdleCarts;
import dev.souk.contracts.cart.CartCouponRemoved;
import dev.souk.platform.messaging.Tx;

/// Takes the code of an ended promotion off the carts that carry it; the cart keeps a notice.
final class DropLapsedCodes {
    private final IdleCarts carts;

    DropLapsedCodes(IdleCarts carts) {
        this.carts = carts;
    }

    int run(Tx tx) {
        var code = carts.lapsed(tx);
        if (code == null) {
            return 0;
        }
        var freed = carts.free(tx, code, 500);
        freed.forEach(cart ->
                tx.publish(new CartCouponRemoved(cart.id(), code, "PROMOTION_EXPIRED"), cart.version()));
        if (freed.isEmpty()) {
            carts.done(tx, code);
        }
        return 1;
    }
}
