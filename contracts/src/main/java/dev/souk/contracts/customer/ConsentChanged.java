package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Consent was given or withdrawn.
@MessageType(name = "ConsentChanged", version = "1.0", context = "customer")
public record ConsentChanged(
        UUID customerId,
        String purpose,
        boolean granted,
        String textVersion,
        Instant at) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
