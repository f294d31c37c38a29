package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartPointsSet;
import dev.souk.contracts.cart.SetCartPoints;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Notes how many points a customer wants to spend, if they take something off what is in the cart now.
final class SetCartPointsHandler {
    private final Carts carts;
    private final CartLines lines;
    private final Prices prices;

    SetCartPointsHandler(Carts carts, CartLines lines, Prices prices) {
        this.carts = carts;
        this.lines = lines;
        this.prices = prices;
    }

    Outcome<CartChanged> handle(SetCartPoints command, Tx tx) {
        var wanted = command.points() == 0 ? null : command.points();
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(cart -> spendable(cart, wanted, tx).then(_ -> set(cart, wanted, tx)));
    }

    private Outcome<Cart> spendable(Cart cart, @Nullable Long wanted, Tx tx) {
        if (wanted == null) {
            return Outcome.done(cart);
        }
        if (cart.customerId() == null) {
            return Outcome.refused(new CheckoutRefusal.PointsNeedAccount());
        }
        if (cart.lineCount() == 0) {
            return Outcome.refused(new CheckoutRefusal.EmptyCart());
        }
        var quote = prices.of(cart, cart.delivery(), lines.of(tx, cart.id()), cart.promotionCode(), wanted);
        if (!quote.problems().isEmpty()) {
            return Outcome.refused(new CheckoutRefusal.CannotBePriced(quote.problems()));
        }
        return quote.points() == null
                ? Outcome.refused(new CheckoutRefusal.NoPoints())
                : Outcome.done(cart);
    }

    private Outcome<CartChanged> set(Cart cart, @Nullable Long wanted, Tx tx) {
        if (Objects.equals(wanted, cart.points())) {
            return Outcome.done(new CartChanged(cart.id(), cart.version(), cart.lineCount(), false));
        }
        carts.setPoints(tx, cart, wanted);
        tx.publish(new CartPointsSet(cart.id(), wanted == null ? 0 : wanted), cart.version() + 1);
        return Outcome.done(new CartChanged(cart.id(), cart.version() + 1, cart.lineCount(), true));
    }
}
