package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.Quote.Step;
import dev.souk.contracts.promotion.CalculateDiscount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line while its price comes about.
final class DraftLine {
    /// Ten trillion minor units: far above any order, far below where sums of lines could overflow.
    private static final long MOST = 10_000_000_000_000L;

    private final CalculatePrice.Line line;
    private final String sku;
    private final @Nullable String taxCategory;
    private final long grams;
    private final List<Step> trail = new ArrayList<>(4);
    private long unitPrice;
    private long discount;
    private Quote.@Nullable Problem problem;

    DraftLine(CalculatePrice.Line line, String sku, @Nullable String taxCategory, long grams) {
        this.line = line;
        this.sku = sku;
        this.taxCategory = taxCategory;
        this.grams = grams;
    }

    /// A line that cannot be priced.
    static DraftLine failed(CalculatePrice.Line line, String code, String detail) {
        var draft = new DraftLine(line, line.sku(), null, 0);
        draft.fail(code, detail);
        return draft;
    }

    private void fail(String code, String detail) {
        problem = new Quote.Problem(line.lineId(), code, detail);
    }

    void price(long amount, List<Step> steps) {
        if (amount > 0 && line.quantity() > MOST / amount) {
            fail("AMOUNT_TOO_LARGE", "The amount of this line is beyond what can be charged.");
            return;
        }
        unitPrice = amount;
        trail.addAll(steps);
    }

    UUID lineId() {
        return line.lineId();
    }

    @Nullable String taxCategory() {
        return taxCategory;
    }

    Quote.@Nullable Problem problem() {
        return problem;
    }

    long gross() {
        return unitPrice * line.quantity();
    }

    long discount() {
        return discount;
    }

    /// What is still to be paid for the line.
    long remaining() {
        return gross() - discount;
    }

    long weight() {
        return grams * line.quantity();
    }

    /// Negotiated prices take part in no promotion.
    boolean discountable() {
        return problem == null && line.negotiatedPrice() == null;
    }

    CalculateDiscount.Line asked() {
        return new CalculateDiscount.Line(
                line.lineId(), line.productId(), sku, line.quantity(), unitPrice);
    }

    /// Takes at most what is left of the line.
    long take(long wanted, String kind, String rule) {
        var taken = Math.clamp(wanted, 0, remaining());
        if (taken > 0) {
            discount += taken;
            trail.add(new Step(kind, rule, taken));
        }
        return taken;
    }

    Quote.Line done(TaxRates.@Nullable Rate rate) {
        var tax = rate == null ? 0 : rate.tax(remaining());
        var net = rate != null && rate.inclusive() ? remaining() - tax : remaining();
        if (rate != null) {
            trail.add(new Step("TAX", Place.text(rate.zone()) + " " + rate.rateText(), tax));
        }
        return new Quote.Line(
                line.lineId(), line.productId(), line.variantId(), sku, line.quantity(), unitPrice, gross(), discount,
                net, tax, trail);
    }
}
