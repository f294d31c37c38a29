package dev.souk.pricing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule that may lower a unit price.
///
/// @param skus none means every sku
/// @param tiers ascending by quantity
public record PricingRule(
        UUID ruleId,
        Kind kind,
        String name,
        Set<String> skus,
        @Nullable String customerGroup,
        @Nullable String channel,
        @Nullable UUID priceListId,
        List<Tier> tiers,
        int priority,
        @Nullable Instant from,
        @Nullable Instant to) {
    public PricingRule {
        skus = Set.copyOf(skus);
        tiers = List.copyOf(tiers);
    }

    public enum Kind {
        VOLUME,
        MEMBER,
        CHANNEL,
        PRICE_LIST
    }

    /// From `minQuantity` on: a share off the base price, or a price of its own in one currency.
    public record Tier(
            int minQuantity,
            @Nullable BigDecimal discount,
            @Nullable Long unitPrice,
            @Nullable String currency) {
        @Nullable Long price(@Nullable Long base, String wanted) {
            if (unitPrice != null) {
                return wanted.equals(currency) ? unitPrice : null;
            }
            if (base == null || discount == null) {
                return null;
            }
            return BigDecimal.valueOf(base)
                    .multiply(BigDecimal.ONE.subtract(discount))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    boolean holds(@Nullable String group, String inChannel, Instant now) {
        return (customerGroup == null || customerGroup.equals(group))
                && (channel == null || channel.equals(inChannel))
                && (from == null || !now.isBefore(from))
                && (to == null || now.isBefore(to));
    }

    /// The price that the tier of this quantity gives; null when no tier speaks for it.
    @Nullable Long price(@Nullable Long base, int quantity, String currency) {
        Long found = null;
        for (var tier : tiers) {
            if (tier.minQuantity() > quantity) {
                break;
            }
            var price = tier.price(base, currency);
            found = price == null ? found : price;
        }
        return found;
    }
}
