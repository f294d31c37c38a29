package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which promotions apply to these lines and what they take off. Takes no use. Amounts in minor units of
/// `currency`.
@MessageType(name = "CalculateDiscount", version = "1.1", context = "promotion")
public record CalculateDiscount(
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        long subtotal,
        String currency,
        @Nullable String promotionCode,
        @Nullable String customerGroup,
        @Nullable String channel,
        List<Line> lines,
        long shipping) implements Query<CalculateDiscount.Discount> {
    public CalculateDiscount {
        lines = List.copyOf(lines);
    }

    public record Line(UUID lineId, UUID productId, String sku, int quantity, long unitPrice) {}

    /// `discount` is what comes off the goods; what comes off the shipping stands with each promotion.
    public record Discount(long discount, List<Applied> appliedPromotions, List<Rejected> rejected) {
        public Discount {
            appliedPromotions = List.copyOf(appliedPromotions);
            rejected = List.copyOf(rejected);
        }
    }

    /// `orderDiscount` is to be spread over all lines; `needsHold` when its uses are limited, or it was asked for by code.
    public record Applied(
            UUID promotionId,
            String name,
            @Nullable String code,
            String type,
            boolean needsHold,
            long orderDiscount,
            List<LineDiscount> lineDiscounts,
            long shippingDiscount) {
        public Applied {
            lineDiscounts = List.copyOf(lineDiscounts);
        }
    }

    public record LineDiscount(UUID lineId, long discount) {}

    /// `reason` is UNKNOWN, EXPIRED, USED_UP, NOT_ELIGIBLE, MIN_SPEND or PER_CUSTOMER_LIMIT.
    public record Rejected(String code, String reason) {}
}
