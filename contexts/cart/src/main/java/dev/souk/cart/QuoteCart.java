package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.cart.domain.Status;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// The price of a cart with its reasons and its hash. Nothing is stored: checkout asks again and compares.
final class QuoteCart {
    private final Carts carts;
    private final CartLines lines;
    private final Prices prices;

    QuoteCart(Carts carts, CartLines lines, Prices prices) {
        this.carts = carts;
        this.lines = lines;
        this.prices = prices;
    }

    Outcome<Quote> quote(UUID cartId, CartAccess by, Tx tx) {
        return carts.find(tx, cartId)
                .filter(cart -> cart.belongsTo(by))
                .map(cart -> quote(cart, tx))
                .orElseGet(() -> Outcome.refused(new CartRefusal.UnknownCart()));
    }

    private Outcome<Quote> quote(Cart cart, Tx tx) {
        if (cart.status() == Status.MERGED || cart.status() == Status.EXPIRED) {
            return Outcome.refused(new CartRefusal.Closed(cart.status()));
        }
        if (cart.lineCount() == 0) {
            return Outcome.refused(new CheckoutRefusal.EmptyCart());
        }
        var quote = prices.of(cart, cart.delivery(), lines.of(tx, cart.id()), cart.promotionCode());
        return quote.problems().isEmpty()
                ? Outcome.done(quote)
                : Outcome.refused(new CheckoutRefusal.CannotBePriced(quote.problems()));
    }
}
