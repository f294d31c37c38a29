package dev.souk.cart;

import dev.souk.cart.db.IdleCarts;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Tx;

/// A popular code may be in very many carts: it is noted here and taken off some carts at a time by [DropLapsedCodes].
final class WhenPromotionExpiredNoteCode {
    private final IdleCarts carts;

    WhenPromotionExpiredNoteCode(IdleCarts carts) {
        this.carts = carts;
    }

    void react(PromotionExpired event, Tx tx) {
        if (event.code() != null) {
            carts.lapse(tx, event.code());
        }
    }
}
