package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Catalogue;
import dev.souk.cart.db.Shortages;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Line;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetMyCart;
import dev.souk.contracts.inventory.CheckAvailability;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A cart at present prices. Only for lines that were once short inventory is asked.
final class GetCartQuery {
    private final Carts carts;
    private final CartLines lines;
    private final Catalogue catalogue;
    private final Shortages shortages;
    private final Prices prices;
    private final Bus bus;
    private final Sealing sealing;

    GetCartQuery(Carts carts, CartLines lines, Catalogue catalogue, Shortages shortages, Bus bus, Sealing sealing) {
        this.carts = carts;
        this.lines = lines;
        this.catalogue = catalogue;
        this.shortages = shortages;
        this.prices = new Prices(bus, sealing);
        this.sealing = sealing;
        this.bus = bus;
    }

    Optional<GetCart.Cart> answer(GetCart query, Tx tx) {
        return carts.find(tx, query.cartId())
                .filter(cart -> cart.belongsTo(query.by()))
                .map(cart -> view(cart, tx));
    }

    Optional<GetCart.Cart> mine(GetMyCart query, Tx tx) {
        return carts.latestOf(tx, query.customerId()).map(cart -> view(cart, tx));
    }

    private GetCart.Cart view(Cart cart, Tx tx) {
        var all = lines.of(tx, cart.id());
        var quote = all.isEmpty() ? null : quote(cart, all);
        var delivery = cart.delivery();
        var products = catalogue.known(tx, all.stream().map(Line::productId).toList());
        return new GetCart.Cart(
                cart.id(),
                cart.version(),
                cart.status().name(),
                cart.channel().name(),
                cart.customerId(),
                cart.currency(),
                new CartLineViews(products, quote, shortOf(all, tx)).of(all),
                quote != null,
                quote == null ? null : totals(quote),
                cart.promotionCode(),
                quote == null || cart.promotionCode() == null
                        ? null
                        : Prices.rejection(quote, cart.promotionCode()).map(Quote.Rejected::reason).orElse(null),
                cart.droppedCode(),
                cart.reopenReason(),
                new GetCart.Delivery(
                        sealing.address(delivery), delivery.shippingMethodId(), sealing.email(delivery.email())),
                cart.checkoutId(),
                cart.createdAt(),
                cart.lastActivityAt(),
                points(cart, quote));
    }

    private static GetCart.@Nullable Points points(Cart cart, @Nullable Quote quote) {
        var wanted = cart.points();
        if (wanted == null) {
            return null;
        }
        var used = quote == null ? null : quote.points();
        return used == null ? new GetCart.Points(wanted, 0, 0) : new GetCart.Points(wanted, used.points(), used.amount());
    }

    private @Nullable Quote quote(Cart cart, List<Line> all) {
        try {
            var quote = prices.of(cart, cart.delivery(), all, cart.promotionCode());
            return quote.problems().isEmpty() ? quote : priceable(cart, all, quote);
        } catch (Bus.ContextAbsent _) {
            return null;
        }
    }

    /// The price of what can be priced, so that one withdrawn product does not hide the price of all others.
    private @Nullable Quote priceable(Cart cart, List<Line> all, Quote quote) {
        var bad = quote.problems().stream().map(Quote.Problem::lineId).collect(Collectors.toSet());
        Predicate<Line> good = line -> !bad.contains(line.lineId());
        var rest = all.stream().filter(good).toList();
        if (rest.isEmpty() || rest.size() == all.size()) {
            return null;
        }
        var second = prices.of(cart, cart.delivery(), rest, cart.promotionCode());
        return second.problems().isEmpty() ? second : null;
    }

    private static GetCart.Totals totals(Quote quote) {
        return new GetCart.Totals(
                quote.subtotal(), quote.discount(), quote.shipping(), quote.tax(), quote.total(), quote.complete());
    }

    /// What is left of the skus that are short, by sku.
    private Map<String, Long> shortOf(List<Line> all, Tx tx) {
        if (all.isEmpty()) {
            return Map.of();
        }
        var noted = shortages.among(tx, all.stream().map(Line::sku).distinct().toList());
        var left = new HashMap<String, Long>();
        var wanted = new HashMap<String, Integer>();
        for (var line : all) {
            if (line.available() != null || noted.contains(line.sku())) {
                wanted.merge(line.sku(), line.quantity(), Integer::sum);
                left.put(line.sku(), line.available() == null ? 0L : line.available());
            }
        }
        return left.isEmpty() ? left : asked(wanted, left);
    }

    private Map<String, Long> asked(Map<String, Integer> wanted, Map<String, Long> noted) {
        try {
            var items = wanted.entrySet().stream()
                    .map(e -> new CheckAvailability.Item(e.getKey(), e.getValue()))
                    .toList();
            return bus.ask(new CheckAvailability(items)).items().stream()
                    .filter(item -> !item.ok())
                    .collect(Collectors.toMap(
                            CheckAvailability.Availability::sku, CheckAvailability.Availability::available));
        } catch (Bus.ContextAbsent _) {
            return noted;
        }
    }
}
