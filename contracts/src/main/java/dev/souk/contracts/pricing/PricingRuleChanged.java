package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A pricing rule was created, changed or ended.
@MessageType(name = "PricingRuleChanged", version = "1.0", context = "pricing")
public record PricingRuleChanged(UUID ruleId, long version, boolean active, String changedBy) implements Event {
    @Override
    public String key() {
        return ruleId().toString();
    }
}
