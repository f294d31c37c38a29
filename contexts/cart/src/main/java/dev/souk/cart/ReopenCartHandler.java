package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.ReopenCart;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;

/// Unlocks a cart by hand, unless its checkout may still end in an order.
final class ReopenCartHandler {
    private static final Refusal ALIVE =
            Refusal.conflict("CHECKOUT_ALIVE", "This checkout has not ended without an order.");

    private final Carts carts;
    private final Reopening reopening;
    private final Bus bus;

    ReopenCartHandler(Carts carts, Reopening reopening, Bus bus) {
        this.carts = carts;
        this.reopening = reopening;
        this.bus = bus;
    }

    Outcome<CartChanged> handle(ReopenCart command, Tx tx) {
        var found = carts.lock(tx, command.cartId());
        if (found.isEmpty()) {
            return Outcome.refused(new CartRefusal.UnknownCart());
        }
        var cart = found.get();
        if (!command.checkoutId().equals(cart.checkoutId())) {
            return Outcome.done(unchanged(cart));
        }
        var status = bus.ask(new GetCheckoutStatus(command.checkoutId()));
        if (!status.state().equals("FAILED") && !status.state().equals("UNKNOWN")) {
            return Outcome.refused(ALIVE);
        }
        var ended = new Reopening.Ended(
                command.cartId(),
                command.checkoutId(),
                command.reason(),
                Optional.ofNullable(status.detail()).map(d -> d.unavailableItems()).orElse(List.of()),
                tx);
        var reopened = reopening.reopen(tx, List.of(ended)).getFirst();
        return Outcome.done(new CartChanged(cart.id(), reopened.version(), reopened.lines(), true));
    }

    private static CartChanged unchanged(Cart cart) {
        return new CartChanged(cart.id(), cart.version(), cart.lineCount(), false);
    }
}
