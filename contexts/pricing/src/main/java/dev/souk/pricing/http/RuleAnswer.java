package dev.souk.pricing.http;

import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.domain.PricingRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pricing rule as it stands.
public record RuleAnswer(
        UUID ruleId,
        String kind,
        String name,
        Condition condition,
        Action action,
        int priority,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean active,
        long version) {
    public record Condition(List<String> skus, @Nullable String customerGroup, @Nullable String channel) {}

    public record Action(@Nullable UUID priceListId, List<Tier> tiers) {}

    public record Tier(
            int minQuantity,
            @Nullable BigDecimal discount,
            @Nullable Long unitPrice,
            @Nullable String currency) {
        static Tier of(PricingRule.Tier t) {
            return new Tier(t.minQuantity(), t.discount(), t.unitPrice(), t.currency());
        }
    }

    /// A page of rules; `next` is the `after` of the following page.
    public record Page(List<RuleAnswer> rules, @Nullable UUID next) {}

    static RuleAnswer of(PricingRules.Stored stored) {
        var r = stored.rule();
        return new RuleAnswer(
                r.ruleId(), r.kind().name(), r.name(),
                new Condition(r.skus().stream().sorted().toList(), r.customerGroup(), r.channel()),
                new Action(r.priceListId(), r.tiers().stream().map(Tier::of).toList()),
                r.priority(), r.from(), r.to(), stored.active(), stored.version());
    }
}
