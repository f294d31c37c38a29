package dev.souk.contracts.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A price with its reasons. Amounts in minor units of `currency`. Always: `subtotal` = sum(line.gross);
/// sum(line.discount) = `discount`; `total` = sum(line.net) + `shippingNet` + `tax`.
///
/// @param quoteId derived from `quoteHash`
/// @param quoteHash over everything that the shopper is charged for; equal inputs and rules give an equal hash
/// @param discount of all lines together, points included, shipping not counted
/// @param shipping as shown, after `shippingDiscount`
/// @param shippingNet `shipping` without the tax that is inside it
/// @param tax all tax, whether it was inside the shown prices or added to them
/// @param taxIncluded the part of `tax` that was inside the shown prices: total = subtotal - discount + shipping + tax - taxIncluded
/// @param shippingMethodId null while none is chosen; then `complete` is false
/// @param complete whether destination and shipping were known, so that it can be checked out
/// @param problems why these lines cannot be priced; if not empty, the amounts mean nothing
/// @param points the reward points that are spent and what they take off, within `discount`; null when none are
public record Quote(
        UUID quoteId,
        String quoteHash,
        String currency,
        List<Line> lines,
        long subtotal,
        long discount,
        long shipping,
        long shippingDiscount,
        long shippingNet,
        long tax,
        long taxIncluded,
        long total,
        List<Tax> taxes,
        List<Promotion> promotions,
        List<Rejected> rejectedCodes,
        @Nullable String shippingMethodId,
        boolean complete,
        List<Problem> problems,
        Instant calculatedAt,
        Instant validUntil,
        @Nullable Points points) {
    public Quote {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        promotions = List.copyOf(promotions);
        rejectedCodes = List.copyOf(rejectedCodes);
        problems = List.copyOf(problems);
    }

    public record Points(long points, long amount) {}

    /// @param unitPrice as shown, before discounts
    /// @param gross quantity times unitPrice
    /// @param net what the line costs after discount, without tax
    /// @param trail every rule that shaped the price, in order
    public record Line(
            UUID lineId,
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            int quantity,
            long unitPrice,
            long gross,
            long discount,
            long net,
            long tax,
            List<Step> trail) {
        public Line {
            trail = List.copyOf(trail);
        }
    }

    /// One step of a trail.
    ///
    /// @param kind BASE, PRICE_LIST, VOLUME, MEMBER, CHANNEL, NEGOTIATED, PROMOTION, COUPON, POINTS or TAX
    /// @param rule id or name of the rule
    /// @param amount unit price after the step, or the discount or tax that it gave, in minor units
    public record Step(String kind, String rule, long amount) {}

    /// Tax of one rate over the whole quote; `rate` is a decimal such as `0.20`.
    public record Tax(String zone, String taxCategory, String rate, boolean included, long base, long amount) {}

    /// A promotion that applies; `discount` includes what it takes off the shipping.
    public record Promotion(
            UUID promotionId, String name, @Nullable String code, long discount, boolean needsHold) {}

    /// A code that does not apply, and why.
    public record Rejected(String code, String reason) {}

    /// @param code UNKNOWN_PRODUCT, NOT_FOR_SALE, CURRENCY_MISMATCH, UNKNOWN_SHIPPING_METHOD, NO_DELIVERY or
    /// AMOUNT_TOO_LARGE
    public record Problem(@Nullable UUID lineId, String code, String detail) {}
}
