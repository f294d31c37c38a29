package dev.souk.promotion.http;

import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.CalculateDiscount.LineDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Rejected;
import org.jspecify.annotations.Nullable;

/// Whether a code would apply, and what it would take off goods and shipping together. Nothing is held.
///
/// @param reason UNKNOWN, EXPIRED, USED_UP, NOT_ELIGIBLE, MIN_SPEND or PER_CUSTOMER_LIMIT when it would not
public record CouponAnswer(boolean valid, @Nullable String reason, long discountPreview) {
    static CouponAnswer of(Discount discount) {
        for (var applied : discount.appliedPromotions()) {
            if (applied.code() != null) {
                return new CouponAnswer(true, null, amount(applied));
            }
        }
        var reason = discount.rejected().stream().map(Rejected::reason).findFirst().orElse("UNKNOWN");
        return new CouponAnswer(false, reason, 0);
    }

    private static long amount(Applied applied) {
        var ofLines = applied.lineDiscounts().stream().mapToLong(LineDiscount::discount).sum();
        return applied.orderDiscount() + ofLines + applied.shippingDiscount();
    }
}
