package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The level has changed. `direction` is UP or DOWN; levels are STANDARD, SILVER, GOLD, PLATINUM and VIP.
@MessageType(name = "CustomerMembershipUpgraded", version = "1.0", context = "customer")
public record CustomerMembershipUpgraded(
        UUID customerId,
        String previousLevel,
        String newLevel,
        long rollingSpend,
        String currency,
        Instant effectiveAt,
        String direction) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
