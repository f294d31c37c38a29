package dev.souk.cart;

import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Line;
import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Bus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks what a cart costs. The question is the same for the page that shows the price and for the checkout that
/// charges it, so that only a change of prices can make the answers differ.
final class Prices {
    private final Bus bus;
    private final Sealing sealing;

    Prices(Bus bus, Sealing sealing) {
        this.bus = bus;
        this.sealing = sealing;
    }

    Quote of(Cart cart, Delivery delivery, List<Line> lines, @Nullable String code) {
        return of(cart, delivery, lines, code, cart.points());
    }

    Quote of(Cart cart, Delivery delivery, List<Line> lines, @Nullable String code, @Nullable Long points) {
        return bus.ask(new CalculatePrice(
                cart.id(),
                cart.customerId(),
                cart.channel().name(),
                cart.currency(),
                lines.stream().map(Line::toPrice).toList(),
                code,
                delivery.shippingMethodId(),
                sealing.priced(delivery),
                points));
    }

    /// Why the quote does not honour this code, if it does not.
    static Optional<Quote.Rejected> rejection(Quote quote, String code) {
        return quote.rejectedCodes().stream()
                .filter(rejected -> rejected.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /// The code as its promotion spells it.
    static Optional<String> honoured(Quote quote, String code) {
        return quote.promotions().stream()
                .map(Quote.Promotion::code)
                .filter(code::equalsIgnoreCase)
                .findFirst();
    }
}
