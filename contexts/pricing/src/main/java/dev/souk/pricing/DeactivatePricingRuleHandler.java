package dev.souk.pricing;

import dev.souk.contracts.pricing.DeactivatePricingRule;
import dev.souk.contracts.pricing.PricingRuleChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.db.PricingRules.Stored;

/// Answers the version; ending an ended rule changes nothing.
final class DeactivatePricingRuleHandler {
    private final PricingRules rules;

    DeactivatePricingRuleHandler(PricingRules rules) {
        this.rules = rules;
    }

    Outcome<Long> handle(DeactivatePricingRule command, Tx tx) {
        var before = rules.lock(tx, command.ruleId()).orElse(null);
        if (before != null && !before.active()) {
            return Outcome.done(before.version());
        }
        var refusal = UpdatePricingRuleHandler.refusal(before, command.expectedVersion());
        if (before == null || refusal != null) {
            return Outcome.refused(refusal == null ? UpdatePricingRuleHandler.UNKNOWN : refusal);
        }
        var by = tx.cause().actor().id();
        var version = before.version() + 1;
        rules.save(tx, new Stored(before.rule(), false, version), by);
        tx.publish(new PricingRuleChanged(command.ruleId(), version, false, by), version);
        return Outcome.done(version);
    }
}
