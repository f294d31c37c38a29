package dev.souk.pricing;

import dev.souk.contracts.pricing.CreatePricingRule;
import dev.souk.contracts.pricing.PricingRuleChanged;
import dev.souk.contracts.pricing.UpdatePricingRule;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.db.PricingRules.Stored;
import dev.souk.pricing.domain.PricingRule.Kind;
import org.jspecify.annotations.Nullable;

/// Answers the version.
final class UpdatePricingRuleHandler {
    private final PricingRules rules;

    UpdatePricingRuleHandler(PricingRules rules) {
        this.rules = rules;
    }

    Outcome<Long> handle(UpdatePricingRule command, Tx tx) {
        var before = rules.lock(tx, command.ruleId()).orElse(null);
        var refusal = refusal(before, command.expectedVersion());
        if (before == null || refusal != null) {
            return Outcome.refused(refusal == null ? UNKNOWN : refusal);
        }
        if ((before.rule().kind() == Kind.MEMBER && command.condition().customerGroup() == null)
                || (before.rule().kind() == Kind.CHANNEL && command.condition().channel() == null)) {
            return Outcome.refused(Refusal.invalid(
                    "INVALID_CONDITION", "A member rule needs a customer group, a channel rule a channel."));
        }
        if ((before.rule().kind() == Kind.PRICE_LIST) != (command.action().priceListId() != null)) {
            return Outcome.refused(
                    Refusal.invalid("INVALID_ACTION", "A rule cannot change between a price list and tiers."));
        }
        var rule = CreatePricingRuleHandler.rule(new CreatePricingRule(
                command.ruleId(), before.rule().kind().name(), command.condition(), command.action(),
                command.priority(), command.from(), command.to(), command.name()));
        var by = tx.cause().actor().id();
        var version = before.version() + 1;
        rules.save(tx, new Stored(rule, true, version), by);
        tx.publish(new PricingRuleChanged(rule.ruleId(), version, true, by), version);
        return Outcome.done(version);
    }

    static final Refusal UNKNOWN = Refusal.notFound("UNKNOWN_PRICING_RULE", "There is no such pricing rule.");

    static @Nullable Refusal refusal(@Nullable Stored before, @Nullable Long expected) {
        if (before == null) {
            return UNKNOWN;
        }
        if (expected != null && expected != before.version()) {
            return Refusal.stale(expected, before.version());
        }
        return before.active()
                ? null
                : Refusal.conflict("PRICING_RULE_ENDED", "An ended pricing rule does not change any more.");
    }
}
