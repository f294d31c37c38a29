package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// ACTIVE, SUSPENDED, CLOSED or ERASED.
@MessageType(name = "CustomerStatusChanged", version = "1.0", context = "customer")
public record CustomerStatusChanged(
        UUID customerId,
        String previousStatus,
        String newStatus,
        String reason) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
