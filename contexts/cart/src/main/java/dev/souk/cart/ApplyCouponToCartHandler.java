package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.contracts.cart.ApplyCouponToCart;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartCouponApplied;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Takes a code only if it takes something off what is in the cart now. One code a cart: another one replaces it.
final class ApplyCouponToCartHandler {
    private final Carts carts;
    private final CartLines lines;
    private final Prices prices;

    ApplyCouponToCartHandler(Carts carts, CartLines lines, Prices prices) {
        this.carts = carts;
        this.lines = lines;
        this.prices = prices;
    }

    Outcome<CartChanged> handle(ApplyCouponToCart command, Tx tx) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(cart -> accepted(cart, command.code(), tx).then(code -> apply(cart, code, tx)));
    }

    private Outcome<String> accepted(Cart cart, String code, Tx tx) {
        if (cart.lineCount() == 0) {
            return Outcome.refused(new CheckoutRefusal.EmptyCart());
        }
        var quote = prices.of(cart, cart.delivery(), lines.of(tx, cart.id()), code);
        if (!quote.problems().isEmpty()) {
            return Outcome.refused(new CheckoutRefusal.CannotBePriced(quote.problems()));
        }
        return Prices.rejection(quote, code)
                .<Outcome<String>>map(no -> Outcome.refused(new CheckoutRefusal.CouponRejected(code, no.reason())))
                .orElseGet(() -> Outcome.done(Prices.honoured(quote, code).orElse(code)));
    }

    private Outcome<CartChanged> apply(Cart cart, String code, Tx tx) {
        if (code.equals(cart.promotionCode())) {
            return Outcome.done(new CartChanged(cart.id(), cart.version(), cart.lineCount(), false));
        }
        carts.setCode(tx, cart, code);
        tx.publish(new CartCouponApplied(cart.id(), code), cart.version() + 1);
        return Outcome.done(new CartChanged(cart.id(), cart.version() + 1, cart.lineCount(), true));
    }
}
