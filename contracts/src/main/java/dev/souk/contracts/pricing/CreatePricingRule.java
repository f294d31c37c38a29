package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adds a rule that may lower unit prices. The same `ruleId` again with equal members changes nothing.
///
/// @param kind VOLUME, MEMBER, CHANNEL or PRICE_LIST
/// @param name shown in the trail of a quote; the id when absent
@MessageType(name = "CreatePricingRule", version = "1.0", context = "pricing")
public record CreatePricingRule(
        UUID ruleId,
        String kind,
        Condition condition,
        Action action,
        int priority,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String name) implements Command<Long> {
    @Override
    public String key() {
        return ruleId().toString();
    }

    /// All that is given must hold; no sku means every sku.
    public record Condition(List<String> skus, @Nullable String customerGroup, @Nullable String channel) {
        public Condition {
            skus = List.copyOf(skus);
        }
    }

    /// What the rule does: names a price list (PRICE_LIST), or gives tiers by quantity (all others; one tier from 1
    /// where quantity does not matter).
    public record Action(@Nullable UUID priceListId, List<Tier> tiers) {
        public Action {
            tiers = List.copyOf(tiers);
        }
    }

    /// From `minQuantity` on: either `discount`, a decimal between 0 and 1 such as `0.10`, off the base price, or
    /// `unitPrice` in minor units of `currency`.
    public record Tier(
            int minQuantity,
            @Nullable String discount,
            @Nullable Long unitPrice,
            @Nullable String currency) {}
}
