package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Catalogue;
import dev.souk.cart.domain.Basket;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Line;
import dev.souk.contracts.cart.AddLinesToCart;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;

/// All lines or none, and one event for each.
final class AddLinesToCartHandler {
    private final Carts carts;
    private final CartLines lines;
    private final Catalogue catalogue;

    AddLinesToCartHandler(Carts carts, CartLines lines, Catalogue catalogue) {
        this.carts = carts;
        this.lines = lines;
        this.catalogue = catalogue;
    }

    Outcome<CartChanged> handle(AddLinesToCart command, Tx tx) {
        if (!command.by().salesDesk() && command.lines().stream().anyMatch(line -> line.unitPrice() != null)) {
            return Outcome.refused(AddItemToCartHandler.PRICE_NOT_ALLOWED);
        }
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(cart -> add(command, cart, lines.basket(tx, cart), tx));
    }

    private Outcome<CartChanged> add(AddLinesToCart command, Cart cart, Basket basket, Tx tx) {
        var offers = catalogue.offers(
                tx, command.lines().stream().map(AddLinesToCartHandler::wanted).toList());
        var events = new ArrayList<ItemAddedToCart>();
        for (var wish : command.lines()) {
            var outcome = Catalogue.offerOf(offers, wanted(wish))
                    .then(offer -> basket.add(offer, wish.quantity(), wish.unitPrice()));
            switch (outcome) {
                case Outcome.Refused<Line>(var why) -> {
                    return Outcome.refused(new CartRefusal.LineRefused(events.size(), why));
                }
                case Outcome.Done<Line>(var line) -> events.add(event(cart, line, wish.quantity(), tx));
            }
        }
        lines.save(tx, basket);
        var version = cart.version();
        for (var event : events) {
            tx.publish(event, ++version);
        }
        return Outcome.done(new CartChanged(cart.id(), basket.version(), basket.size(), true));
    }

    private static Catalogue.Wanted wanted(AddLinesToCart.Line line) {
        return new Catalogue.Wanted(line.productId(), line.variantId());
    }

    private static ItemAddedToCart event(Cart cart, Line line, int quantity, Tx tx) {
        return new ItemAddedToCart(
                cart.id(),
                cart.customerId(),
                line.productId(),
                line.variantId(),
                line.sku(),
                quantity,
                line.quantity(),
                line.unitPrice(),
                cart.currency(),
                tx.now());
    }
}
