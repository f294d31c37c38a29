package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends a rule at once and for good.
@MessageType(name = "DeactivatePricingRule", version = "1.0", context = "pricing")
public record DeactivatePricingRule(UUID ruleId, @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return ruleId().toString();
    }
}
