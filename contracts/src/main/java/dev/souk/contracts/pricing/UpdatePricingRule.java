package dev.souk.contracts.pricing;

import dev.souk.contracts.pricing.CreatePricingRule.Action;
import dev.souk.contracts.pricing.CreatePricingRule.Condition;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Replaces everything but the kind of a rule; all members are the new state.
@MessageType(name = "UpdatePricingRule", version = "1.0", context = "pricing")
public record UpdatePricingRule(
        UUID ruleId,
        @Nullable Long expectedVersion,
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
}
