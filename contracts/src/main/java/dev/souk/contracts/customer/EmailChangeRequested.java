package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;

/// The customer wants another address, which has to be verified first.
@MessageType(name = "EmailChangeRequested", version = "1.0", context = "customer")
public record EmailChangeRequested(UUID customerId, Sealed<String> email, Instant at) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
