package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Catalogue;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.cart.http.Asked;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The most frequent write of the shop: one statement when nothing speaks against it, and only otherwise the way that
/// looks closely.
final class AddItemToCartHandler {
    static final Refusal PRICE_NOT_ALLOWED = new Refusal.Plain(
            Refusal.Kind.FORBIDDEN, "NEGOTIATED_PRICE_NOT_ALLOWED", "Only the sales desk can key in a price.");

    private final Carts carts;
    private final CartLines lines;
    private final Catalogue catalogue;

    AddItemToCartHandler(Carts carts, CartLines lines, Catalogue catalogue) {
        this.carts = carts;
        this.lines = lines;
        this.catalogue = catalogue;
    }

    Outcome<ItemChanged> handle(AddItemToCart command, Tx tx) {
        if (command.quantity() < 1) {
            return Outcome.refused(new CartRefusal.InvalidQuantity());
        }
        if (command.unitPrice() != null && !command.by().salesDesk()) {
            return Outcome.refused(PRICE_NOT_ALLOWED);
        }
        return switch (catalogue.offer(tx, new Catalogue.Wanted(command.productId(), command.variantId()))) {
            case Outcome.Refused<Offer>(var why) -> cartFirst(command, tx, why);
            case Outcome.Done<Offer>(var offer) when offer.forSale() -> add(command, offer, tx);
            case Outcome.Done<Offer>(var offer) -> slowly(command, offer, tx);
        };
    }

    /// Whoever may not see the cart learns nothing about the product either.
    private Outcome<ItemChanged> cartFirst(AddItemToCart command, Tx tx, Refusal why) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion())
                .then(_ -> Outcome.refused(why));
    }

    private Outcome<ItemChanged> add(AddItemToCart command, Offer offer, Tx tx) {
        var adding = adding(command, offer);
        var added = lines.tryAdd(tx, List.of(adding)).get(command.cartId());
        return added == null ? slowly(command, offer, tx) : Outcome.done(told(tx, adding, added));
    }

    /// Adds to different carts at once, where nothing speaks against it; null where something does.
    List<@Nullable ItemChanged> together(List<Asked<AddItemToCart>> asked) {
        var adding = new LinkedHashMap<Asked<AddItemToCart>, CartLines.Adding>();
        for (var one : asked) {
            var command = one.command();
            if (command.quantity() >= 1
                    && (command.unitPrice() == null || command.by().salesDesk())
                    && catalogue.offer(one.tx(), new Catalogue.Wanted(command.productId(), command.variantId()))
                            instanceof Outcome.Done<Offer>(var offer)
                    && offer.forSale()) {
                adding.put(one, adding(command, offer));
            }
        }
        var added = adding.isEmpty()
                ? Map.<UUID, CartLines.Added>of()
                : lines.tryAdd(asked.getFirst().tx(), List.copyOf(adding.values()));
        var answers = new ArrayList<@Nullable ItemChanged>();
        for (var one : asked) {
            var line = adding.get(one);
            var done = line == null ? null : added.get(one.command().cartId());
            answers.add(line == null || done == null ? null : told(one.tx(), line, done));
        }
        return answers;
    }

    private static CartLines.Adding adding(AddItemToCart command, Offer offer) {
        return new CartLines.Adding(
                command, offer, Line.of(command.cartId(), offer, command.quantity(), command.unitPrice(), 0));
    }

    private static ItemChanged told(Tx tx, CartLines.Adding adding, CartLines.Added added) {
        return told(
                tx,
                adding.command(),
                adding.fresh(),
                added.customerId(),
                adding.offer().currency(),
                new Now(added.version(), added.lines(), added.quantity()));
    }

    private Outcome<ItemChanged> slowly(AddItemToCart command, Offer offer, Tx tx) {
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            var basket = lines.basket(tx, cart);
            return basket.add(offer, command.quantity(), command.unitPrice()).then(line -> {
                lines.save(tx, basket);
                return Outcome.done(told(
                        tx, command, line, cart.customerId(), cart.currency(),
                        new Now(basket.version(), basket.size(), line.quantity())));
            });
        });
    }

    /// The cart after the change.
    private record Now(long version, int lines, int quantity) {}

    private static ItemChanged told(
            Tx tx, AddItemToCart command, Line line, @Nullable UUID customerId, String currency, Now now) {
        tx.publish(
                new ItemAddedToCart(
                        command.cartId(),
                        customerId,
                        line.productId(),
                        line.variantId(),
                        line.sku(),
                        command.quantity(),
                        now.quantity(),
                        line.unitPrice(),
                        currency,
                        tx.now()),
                now.version());
        return new ItemChanged(
                command.cartId(),
                now.version(),
                now.lines(),
                line.lineId(),
                line.productId(),
                line.sku(),
                now.quantity(),
                line.unitPrice());
    }
}
