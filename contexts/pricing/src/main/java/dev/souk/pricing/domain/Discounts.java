package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts the discounts that the promotions give onto the lines: what is meant for a line there, the rest spread over
/// all lines by largest remainder. No line falls below nothing.
final class Discounts {
    private final List<DraftLine> lines;
    private final Map<UUID, DraftLine> byId = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Quote.Rejected> rejected = new ArrayList<>();

    private record Given(Applied promotion, long goods) {}

    Discounts(List<DraftLine> lines) {
        this.lines = lines;
        lines.forEach(line -> byId.put(line.lineId(), line));
    }

    void apply(Discount discount) {
        discount.rejected().forEach(r -> rejected.add(new Quote.Rejected(r.code(), r.reason())));
        for (var promotion : discount.appliedPromotions()) {
            given.add(new Given(promotion, ofLines(promotion) + ofOrder(promotion)));
        }
    }

    private long ofLines(Applied promotion) {
        long sum = 0;
        for (var part : promotion.lineDiscounts()) {
            var line = byId.get(part.lineId());
            sum += line == null ? 0 : line.take(part.discount(), kind(promotion), promotion.name());
        }
        return sum;
    }

    private long ofOrder(Applied promotion) {
        var weights = lines.stream().mapToLong(DraftLine::remaining).toArray();
        var most = Arrays.stream(weights).sum();
        var parts = Spread.over(Math.clamp(promotion.orderDiscount(), 0, most), weights);
        long sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += lines.get(i).take(parts[i], kind(promotion), promotion.name());
        }
        return sum;
    }

    /// Spends points on what is left of the lines, and answers how many it took.
    Quote.@Nullable Points points(Calculation.PointsWorth worth) {
        var weights = lines.stream().mapToLong(DraftLine::remaining).toArray();
        var taken = worth.of(Arrays.stream(weights).sum());
        if (taken == null || taken.amount() <= 0) {
            return null;
        }
        var parts = Spread.over(taken.amount(), weights);
        for (int i = 0; i < parts.length; i++) {
            lines.get(i).take(parts[i], "POINTS", Long.toString(taken.points()));
        }
        return taken;
    }

    private static String kind(Applied promotion) {
        return promotion.code() == null ? "PROMOTION" : "COUPON";
    }

    /// What comes off the shipping; never more than the shipping costs.
    long offShipping(long shipping) {
        var wanted = given.stream().mapToLong(g -> g.promotion().shippingDiscount()).sum();
        return Math.clamp(wanted, 0, shipping);
    }

    /// The promotions that have an effect. One that has none must not cost the shopper a use: it is left out, its
    /// code reported as not applying.
    List<Quote.Promotion> promotions(long shipping) {
        var left = shipping;
        var promotions = new ArrayList<Quote.Promotion>();
        for (var one : given) {
            var p = one.promotion();
            var off = Math.clamp(p.shippingDiscount(), 0, left);
            left -= off;
            if (one.goods() + off > 0) {
                promotions.add(new Quote.Promotion(p.promotionId(), p.name(), p.code(), one.goods() + off, p.needsHold()));
            } else if (p.code() != null) {
                rejected.add(new Quote.Rejected(p.code(), "NOT_ELIGIBLE"));
            }
        }
        return promotions;
    }

    /// To be read after [#promotions].
    List<Quote.Rejected> rejected() {
        return rejected;
    }
}
