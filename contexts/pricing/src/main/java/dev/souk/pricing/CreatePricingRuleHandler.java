package dev.souk.pricing;

import dev.souk.contracts.pricing.CreatePricingRule;
import dev.souk.contracts.pricing.PricingRuleChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.db.PricingRules.Stored;
import dev.souk.pricing.domain.PricingRule;
import dev.souk.pricing.domain.PricingRule.Kind;
import dev.souk.pricing.domain.PricingRule.Tier;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Set;

/// Answers the version.
final class CreatePricingRuleHandler {
    private final PricingRules rules;

    CreatePricingRuleHandler(PricingRules rules) {
        this.rules = rules;
    }

    Outcome<Long> handle(CreatePricingRule command, Tx tx) {
        var rule = rule(command);
        var before = rules.lock(tx, command.ruleId());
        if (before.isPresent()) {
            return before.get().rule().equals(rule)
                    ? Outcome.done(before.get().version())
                    : Outcome.refused(Refusal.conflict(
                            "PRICING_RULE_EXISTS", "There is another pricing rule by this id."));
        }
        var by = tx.cause().actor().id();
        rules.save(tx, new Stored(rule, true, 1), by);
        tx.publish(new PricingRuleChanged(rule.ruleId(), 1, true, by), 1);
        return Outcome.done(1L);
    }

    static PricingRule rule(CreatePricingRule c) {
        var name = c.name();
        return new PricingRule(
                c.ruleId(), Kind.valueOf(c.kind()), name == null ? c.ruleId().toString() : name,
                Set.copyOf(c.condition().skus()), c.condition().customerGroup(), c.condition().channel(),
                c.action().priceListId(),
                c.action().tiers().stream()
                        .map(CreatePricingRuleHandler::tier)
                        .sorted(Comparator.comparingInt(Tier::minQuantity))
                        .toList(),
                c.priority(), c.from(), c.to());
    }

    private static Tier tier(CreatePricingRule.Tier t) {
        var discount = t.discount();
        return new Tier(
                t.minQuantity(), discount == null ? null : new BigDecimal(discount), t.unitPrice(), t.currency());
    }
}
