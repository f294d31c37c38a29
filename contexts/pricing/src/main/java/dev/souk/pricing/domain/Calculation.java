package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.Quote.Problem;
import dev.souk.contracts.pricing.Quote.Step;
import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.platform.messaging.NameBasedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One quote, in the order of the contract: base or list price, volume, member, promotions and coupon, shipping, tax.
/// Pure: equal arguments give an equal quote.
public final class Calculation {
    private static final UUID WITHOUT_CART = UUID.fromString("6c1b6f0e-5f0b-5d0e-9a53-6f2d1f7c0a11");

    private final CalculatePrice query;
    private final Book book;
    private final Circumstances at;
    private final Place place;

    /// What a price depends on besides cart and rules.
    ///
    /// @param customerGroup of the customer, as pricing knows it
    /// @param homeCountry where goods are assumed to go while the destination is not known
    public record Circumstances(
            Instant now, Duration validity, @Nullable String customerGroup, String homeCountry) {}

    /// Asks which promotions apply to these lines, whose gross amounts add up to `subtotal`.
    @FunctionalInterface
    public interface Promotions {
        CalculateDiscount.Discount ask(List<CalculateDiscount.Line> lines, long subtotal, long shipping);
    }

    /// How many of the customer's points pay for at most `most`; null when none do.
    @FunctionalInterface
    public interface PointsWorth {
        Quote.@Nullable Points of(long most);
    }

    public Calculation(CalculatePrice query, Book book, Circumstances at) {
        this.query = query;
        this.book = book;
        this.at = at;
        var destination = query.destination();
        this.place = destination == null ? Place.country(at.homeCountry()) : Place.of(destination);
    }

    /// Prices the cart.
    ///
    /// @param articles by product id; what is missing is not known
    public Quote quote(Map<UUID, Article> articles, Promotions promotions) {
        return quote(articles, promotions, _ -> null);
    }

    /// The same, with points for what the promotions leave.
    public Quote quote(Map<UUID, Article> articles, Promotions promotions, PointsWorth worth) {
        var lines = draft(articles);
        var cost = ShippingCost.of(book.tariffs(), query.shippingMethodId(), query.currency(), place, weight(lines));
        var open = lines.stream().filter(DraftLine::discountable).toList();
        var subtotal = lines.stream().mapToLong(DraftLine::gross).sum();
        var discounts = new Discounts(open);
        discounts.apply(ask(promotions, open, subtotal, cost));
        return assemble(lines, discounts, cost, subtotal, discounts.points(worth));
    }

    /// Whether shipping is free depends on the discounted value, and the best promotion on what shipping costs: when
    /// the first answer takes the cart below the threshold, the question is put again with the full price.
    private CalculateDiscount.Discount ask(
            Promotions promotions, List<DraftLine> open, long subtotal, ShippingCost cost) {
        var asked = open.stream().map(DraftLine::asked).toList();
        var discountable = open.stream().mapToLong(DraftLine::gross).sum();
        var shipping = cost.of(subtotal);
        var first = promotions.ask(asked, discountable, shipping);
        return cost.of(subtotal - first.discount()) == shipping
                ? first
                : promotions.ask(asked, discountable, cost.price());
    }

    private List<DraftLine> draft(Map<UUID, Article> articles) {
        var unit = new UnitPricing(
                book.rules(), book.lists(), query.currency(), query.channel(), at.customerGroup(), at.now());
        var quantities = new HashMap<UUID, Integer>();
        for (var line : query.lines()) {
            if (line.negotiatedPrice() == null) {
                quantities.merge(itemId(line), line.quantity(), Calculation::clampedSum);
            }
        }
        var lines = new ArrayList<DraftLine>(query.lines().size());
        for (var line : query.lines()) {
            lines.add(draft(line, articles.get(line.productId()), unit, quantities.getOrDefault(itemId(line), 0)));
        }
        return lines;
    }

    private DraftLine draft(CalculatePrice.Line line, @Nullable Article article, UnitPricing unit, int quantity) {
        var item = article == null ? null : article.item(line.variantId());
        if (article == null || item == null || !item.sku().equals(line.sku())) {
            return DraftLine.failed(line, "UNKNOWN_PRODUCT", "There is no product " + line.sku() + " by this id.");
        }
        if (!item.onSale()) {
            return DraftLine.failed(line, "NOT_FOR_SALE", item.sku() + " is not for sale.");
        }
        var draft = new DraftLine(line, item.sku(), article.taxCategory(), article.weightGrams());
        var negotiated = line.negotiatedPrice();
        if (negotiated != null) {
            draft.price(negotiated, List.of(new Step("NEGOTIATED", item.sku(), negotiated)));
            return draft;
        }
        var chosen = unit.choose(
                item.sku(), article.currency().equals(query.currency()) ? item.price() : null, quantity);
        if (chosen == null) {
            return DraftLine.failed(
                    line, "CURRENCY_MISMATCH", item.sku() + " has no price in " + query.currency() + ".");
        }
        draft.price(chosen.amount(), chosen.steps());
        return draft;
    }

    /// Points are money: whether shipping is free does not depend on them.
    private Quote assemble(
            List<DraftLine> drafts, Discounts discounts, ShippingCost cost, long subtotal, Quote.@Nullable Points points) {
        var discount = drafts.stream().mapToLong(DraftLine::discount).sum();
        var full = drafts.isEmpty() ? 0 : cost.of(subtotal - discount + (points == null ? 0 : points.amount()));
        var shippingDiscount = discounts.offShipping(full);
        var shipping = full - shippingDiscount;
        var taxes = new TaxSum();
        var lines = tax(drafts, taxes);
        var shippingNet = shippingNet(shipping, taxes);
        var promotions = discounts.promotions(full);
        var problems = Stream.concat(
                        drafts.stream().map(DraftLine::problem), Stream.of(cost).map(ShippingCost::problem))
                .filter(Objects::nonNull)
                .map(Problem.class::cast)
                .toList();
        var complete = problems.isEmpty()
                && !lines.isEmpty()
                && query.destination() != null
                && query.shippingMethodId() != null;
        var total = subtotal - discount + shipping + taxes.tax() - taxes.included();
        var unnamed = new Quote(
                WITHOUT_CART, "", query.currency(), lines, subtotal, discount, shipping, shippingDiscount, shippingNet,
                taxes.tax(), taxes.included(), total, taxes.lines(), promotions, discounts.rejected(),
                query.shippingMethodId(), complete, problems, at.now(), at.now().plus(at.validity()), points);
        return named(unnamed);
    }

    private List<Quote.Line> tax(List<DraftLine> drafts, TaxSum taxes) {
        var lines = new ArrayList<Quote.Line>(drafts.size());
        for (var draft : drafts) {
            var rate = draft.problem() == null ? book.taxes().at(place, draft.taxCategory(), at.now()) : null;
            var line = draft.done(rate);
            taxes.add(rate, line.net(), line.tax());
            lines.add(line);
        }
        return lines;
    }

    private long shippingNet(long shipping, TaxSum taxes) {
        var rate = shipping == 0 ? null : book.taxes().at(place, "SHIPPING", at.now());
        if (rate == null) {
            return shipping;
        }
        var tax = rate.tax(shipping);
        var net = rate.inclusive() ? shipping - tax : shipping;
        taxes.add(rate, net, tax);
        return net;
    }

    /// The id follows from the hash and the cart, so that two carts never share a quote.
    private Quote named(Quote q) {
        var hash = QuoteHash.of(q);
        var cart = query.cartId();
        return new Quote(
                NameBasedId.of(cart == null ? WITHOUT_CART : cart, hash), hash, q.currency(), q.lines(), q.subtotal(),
                q.discount(), q.shipping(), q.shippingDiscount(), q.shippingNet(), q.tax(), q.taxIncluded(), q.total(),
                q.taxes(), q.promotions(), q.rejectedCodes(), q.shippingMethodId(), q.complete(), q.problems(),
                q.calculatedAt(), q.validUntil(), q.points());
    }

    private static UUID itemId(CalculatePrice.Line line) {
        var variant = line.variantId();
        return variant == null ? line.productId() : variant;
    }

    private static int clampedSum(int a, int b) {
        return Math.clamp((long) a + b, 0, Integer.MAX_VALUE);
    }

    private static long weight(List<DraftLine> lines) {
        return lines.stream().mapToLong(DraftLine::weight).reduce(0, (a, b) -> Math.min(a + b, Integer.MAX_VALUE + 1L));
    }
}
