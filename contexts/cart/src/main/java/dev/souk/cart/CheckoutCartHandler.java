package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Catalogue;
import dev.souk.cart.db.Checkouts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.cart.domain.PaymentToken;
import dev.souk.cart.http.Asked;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Prices the cart again, and locks it only when that is the price which was shown.
final class CheckoutCartHandler {
    private final Carts carts;
    private final CartLines lines;
    private final Catalogue catalogue;
    private final Prices prices;
    private final Checkouts checkouts;
    private final StartedCheckouts started;
    private final Sealing sealing;

    CheckoutCartHandler(
            Carts carts,
            CartLines lines,
            Catalogue catalogue,
            Prices prices,
            Checkouts checkouts,
            StartedCheckouts started,
            Sealing sealing) {
        this.started = started;
        this.sealing = sealing;
        this.carts = carts;
        this.lines = lines;
        this.catalogue = catalogue;
        this.prices = prices;
        this.checkouts = checkouts;
    }

    /// A cart with all that a checkout needs.
    private record Ready(
            CheckoutCart command,
            Cart cart,
            UUID buyer,
            List<Line> lines,
            Map<Catalogue.Wanted, Offer> offers,
            Delivery delivery) {}

    Outcome<CheckoutCart.Accepted> handle(CheckoutCart command, Tx tx) {
        return all(List.of(new Asked<>(command, tx))).getFirst();
    }

    /// Checks different carts out at once; null for one that cannot be now.
    List<CheckoutCart.@Nullable Accepted> together(List<Asked<CheckoutCart>> asked) {
        var answers = new ArrayList<CheckoutCart.@Nullable Accepted>();
        for (var outcome : all(asked)) {
            answers.add(outcome instanceof Outcome.Done<CheckoutCart.Accepted>(var accepted) ? accepted : null);
        }
        return answers;
    }

    private List<Outcome<CheckoutCart.Accepted>> all(List<Asked<CheckoutCart>> asked) {
        var tx = asked.getFirst().tx();
        var ids = asked.stream().map(one -> one.command().cartId()).toList();
        var found = carts.lock(tx, ids);
        var inside = lines.of(tx, ids);
        var offers = catalogue.offers(
                tx, inside.values().stream().flatMap(List::stream).map(CheckoutCartHandler::wanted).toList());
        var locks = new ArrayList<Checkouts.Lock>();
        var outcomes = asked.stream()
                .map(one -> mine(one, found)
                        .then(cart -> ready(one.command(), cart, inside.getOrDefault(cart.id(), List.of()), offers))
                        .then(ready -> priced(ready).then(quote -> checkOut(ready, quote, one.tx(), locks))))
                .toList();
        if (!locks.isEmpty()) {
            checkouts.lock(tx, locks);
        }
        return outcomes;
    }

    private static Outcome<Cart> mine(Asked<CheckoutCart> asked, Map<UUID, Cart> found) {
        var command = asked.command();
        if (PaymentToken.looksLikeCardNumber(command.paymentMethodToken())) {
            return Outcome.refused(new CheckoutRefusal.CardNumberRefused());
        }
        var cart = found.get(command.cartId());
        if (cart == null || !cart.belongsTo(command.by())) {
            return Outcome.refused(Carts.gone(asked.tx(), command.cartId(), command.by()));
        }
        return cart.checkoutId() == null
                ? cart.toChange(command.expectedVersion())
                : Outcome.refused(new CartRefusal.CheckoutInProgress(cart.checkoutId()));
    }

    private Outcome<Ready> ready(
            CheckoutCart command, Cart cart, List<Line> all, Map<Catalogue.Wanted, Offer> offers) {
        if (cart.lineCount() == 0) {
            return Outcome.refused(new CheckoutRefusal.EmptyCart());
        }
        var known = cart.buyer();
        var buyer = known == null ? sealing.guest() : known;
        Delivery delivery;
        try {
            delivery = delivery(command, cart, buyer);
        } catch (Vault.SubjectErased _) {
            return Outcome.refused(new CheckoutRefusal.CustomerErased());
        }
        if (delivery.to() == null || delivery.shippingMethodId() == null) {
            return Outcome.refused(new CheckoutRefusal.DeliveryRequired());
        }
        if (cart.customerId() == null && cart.channel() != Channel.BACK_OFFICE && delivery.email() == null) {
            return Outcome.refused(new CheckoutRefusal.EmailRequired());
        }
        var unsold = all.stream()
                .filter(line -> Optional.ofNullable(offers.get(wanted(line))).filter(Offer::forSale).isEmpty())
                .map(Line::sku)
                .toList();
        return unsold.isEmpty()
                ? Outcome.done(new Ready(command, cart, buyer, all, offers, delivery))
                : Outcome.refused(new CartRefusal.NotForSale(unsold));
    }

    private Delivery delivery(CheckoutCart command, Cart cart, UUID buyer) {
        var given = sealing.delivery(buyer, command.deliveryAddress(), command.shippingMethodId(), command.email());
        return cart.delivery().with(given.to(), given.shippingMethodId(), given.email());
    }

    private Outcome<Quote> priced(Ready ready) {
        var quote = prices.of(ready.cart(), ready.delivery(), ready.lines(), ready.cart().promotionCode());
        Refusal why = !quote.problems().isEmpty()
                ? new CheckoutRefusal.CannotBePriced(quote.problems())
                : !quote.complete()
                        ? new CheckoutRefusal.DeliveryRequired()
                        : !quote.quoteHash().equals(ready.command().quoteHash())
                                        || !quote.quoteId().equals(ready.command().quoteId())
                                ? new CheckoutRefusal.PriceChanged(quote)
                                : null;
        return why == null ? Outcome.done(quote) : Outcome.refused(why);
    }

    private Outcome<CheckoutCart.Accepted> checkOut(
            Ready ready, Quote quote, Tx tx, List<Checkouts.Lock> locks) {
        var cart = ready.cart();
        var to = ready.delivery().to();
        if (to == null) {
            return Outcome.refused(new CheckoutRefusal.DeliveryRequired());
        }
        var version = cart.version() + 1;
        var checkoutId = NameBasedId.of(cart.id(), Long.toString(version));
        var orderId = NameBasedId.of(checkoutId, "order");
        var buyer = ready.buyer();
        var bill = sealing.destination(buyer, ready.command().billingAddress());
        started.add(tx, checkoutId);
        locks.add(new Checkouts.Lock(
                cart.id(),
                checkoutId,
                orderId,
                version,
                quote.total(),
                cart.customerId() == null ? buyer : null,
                ready.delivery(),
                to,
                ready.command().acceptedTermsVersion()));
        tx.send(NameBasedId.of(checkoutId, "RecordQuote"), new RecordQuote(quote, checkoutId, cart.id(), orderId));
        var told = new CheckedOut(
                checkoutId, orderId, version, buyer, to, bill == null ? to : bill, ready.delivery());
        tx.publish(told.event(ready.command(), cart, ready.lines(), ready.offers(), quote, tx), version);
        return Outcome.done(new CheckoutCart.Accepted(checkoutId, orderId, buyer, version));
    }

    static Catalogue.Wanted wanted(Line line) {
        return new Catalogue.Wanted(line.productId(), line.variantId());
    }
}
