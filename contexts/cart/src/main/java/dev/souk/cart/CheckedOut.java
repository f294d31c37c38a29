package dev.souk.cart;

import dev.souk.cart.db.Catalogue;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Destination;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a checkout takes along: everything that the contexts after it need, so that none of them has to come back.
record CheckedOut(
        UUID checkoutId, UUID orderId, long version, UUID buyer, Destination to, Destination bill, Delivery delivery) {

    CartCheckedOut event(
            CheckoutCart command,
            Cart cart,
            List<Line> lines,
            Map<Catalogue.Wanted, Offer> offers,
            Quote quote,
            Tx tx) {
        return new CartCheckedOut(
                tx.newId(),
                tx.now(),
                cart.id(),
                buyer,
                items(lines, offers, quote),
                quote.subtotal(),
                quote.discount(),
                quote.shippingNet(),
                quote.tax(),
                quote.total(),
                quote.currency(),
                checkoutId,
                orderId,
                version,
                quote.quoteId(),
                quote.quoteHash(),
                quote.promotions().stream().map(CheckedOut::promotion).toList(),
                code(cart, quote),
                to.address(),
                bill.address(),
                to.country(),
                bill.country(),
                Objects.requireNonNull(delivery.shippingMethodId()),
                command.paymentMethodToken(),
                command.returnUrl(),
                delivery.email(),
                cart.channel().name(),
                tx.cause().actor().kind() + ":" + tx.cause().actor().id(),
                points(quote));
    }

    private static List<CartCheckedOut.Item> items(
            List<Line> lines, Map<Catalogue.Wanted, Offer> offers, Quote quote) {
        var known = lines.stream().collect(Collectors.toMap(Line::lineId, Function.identity()));
        return quote.lines().stream()
                .map(priced -> item(Objects.requireNonNull(known.get(priced.lineId())), offers, priced))
                .toList();
    }

    private static CartCheckedOut.Item item(Line line, Map<Catalogue.Wanted, Offer> offers, Quote.Line priced) {
        var offer = offers.get(CheckoutCartHandler.wanted(line));
        return new CartCheckedOut.Item(
                line.lineId(),
                line.productId(),
                line.variantId(),
                line.sku(),
                offer == null ? line.name() : offer.name(),
                line.quantity(),
                priced.unitPrice(),
                priced.discount(),
                priced.net(),
                priced.tax());
    }

    private static CartCheckedOut.@Nullable Points points(Quote quote) {
        var points = quote.points();
        return points == null ? null : new CartCheckedOut.Points(points.points(), points.amount());
    }

    private static CartCheckedOut.Promotion promotion(Quote.Promotion promotion) {
        return new CartCheckedOut.Promotion(
                promotion.promotionId(), promotion.code(), promotion.discount(), promotion.needsHold());
    }

    private static @Nullable String code(Cart cart, Quote quote) {
        return cart.promotionCode() == null
                ? null
                : Prices.honoured(quote, cart.promotionCode()).orElse(null);
    }
}
