package dev.souk.pricing;

import dev.souk.contracts.customer.GetPointsWorth;
import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.ActivePromotions;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.RuleBook;
import dev.souk.pricing.domain.Calculation;
import dev.souk.pricing.domain.Calculation.Circumstances;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prices a cart. Everything comes from memory once it has been asked for, so that a quote costs no statement.
final class CalculatePriceQuery {
    private static final Discount NONE = new Discount(0, List.of(), List.of());

    private final RuleBook book;
    private final AskedArticles articles;
    private final CustomerGroups groups;
    private final ActivePromotions promotions;
    private final Terms terms;

    /// @param validity how long a quote holds
    /// @param homeCountry whose taxes are assumed while the destination is not known
    record Terms(Bus bus, Duration validity, String homeCountry) {}

    CalculatePriceQuery(
            RuleBook book, AskedArticles articles, CustomerGroups groups, ActivePromotions promotions, Terms terms) {
        this.book = book;
        this.articles = articles;
        this.groups = groups;
        this.promotions = promotions;
        this.terms = terms;
    }

    Quote answer(CalculatePrice query, Tx tx) {
        var group = groups.of(tx, query.customerId());
        var at = new Circumstances(tx.now(), terms.validity(), group, terms.homeCountry());
        return new Calculation(query, book.get(tx), at)
                .quote(articles.of(tx, query.lines()), (lines, subtotal, shipping) -> discount(
                        query, group, lines, subtotal, shipping, tx), most -> points(query, most));
    }

    /// Asked only for a cart that spends points.
    private Quote.@Nullable Points points(CalculatePrice query, long most) {
        var wanted = query.points();
        if (wanted == null || wanted <= 0 || query.customerId() == null || most <= 0) {
            return null;
        }
        try {
            var worth = terms.bus().ask(new GetPointsWorth(query.customerId(), wanted, query.currency(), most));
            return worth.amount() > 0 ? new Quote.Points(worth.points(), worth.amount()) : null;
        } catch (Bus.ContextAbsent e) {
            return null;
        }
    }

    private Discount discount(
            CalculatePrice query,
            @Nullable String group,
            List<CalculateDiscount.Line> lines,
            long subtotal,
            long shipping,
            Tx tx) {
        if (query.promotionCode() == null && (lines.isEmpty() || !promotions.automatic(tx))) {
            return NONE;
        }
        try {
            return terms.bus().ask(new CalculateDiscount(
                    query.cartId(), query.customerId(), subtotal, query.currency(), query.promotionCode(), group,
                    query.channel(), lines, shipping));
        } catch (Bus.ContextAbsent e) {
            return NONE;
        }
    }
}
