package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Status;
import dev.souk.cart.http.Quoting;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /// The quotes of many carts, in order.
    List<Outcome<Quote>> quotes(List<Quoting.Wanted> wanted, Tx tx) {
        var ids = wanted.stream().map(Quoting.Wanted::cartId).distinct().toList();
        var found = carts.find(tx, ids);
        var inside = found.isEmpty() ? Map.<UUID, List<Line>>of() : lines.of(tx, ids);
        return wanted.stream()
                .map(one -> quote(one, found.get(one.cartId()), inside.getOrDefault(one.cartId(), List.of())))
                .toList();
    }

    private Outcome<Quote> quote(Quoting.Wanted wanted, @Nullable Cart cart, List<Line> inside) {
        if (cart == null || !cart.belongsTo(wanted.by())) {
            return Outcome.refused(new CartRefusal.UnknownCart());
        }
        if (cart.status() == Status.MERGED || cart.status() == Status.EXPIRED) {
            return Outcome.refused(new CartRefusal.Closed(cart.status()));
        }
        if (cart.lineCount() == 0) {
            return Outcome.refused(new CheckoutRefusal.EmptyCart());
        }
        var quote = prices.of(cart, cart.delivery(), inside, cart.promotionCode());
        return quote.problems().isEmpty()
                ? Outcome.done(quote)
                : Outcome.refused(new CheckoutRefusal.CannotBePriced(quote.problems()));
    }
}
