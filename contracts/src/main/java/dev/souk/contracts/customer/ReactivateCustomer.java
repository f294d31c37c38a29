package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Lets a suspended customer in again.
@MessageType(name = "ReactivateCustomer", version = "1.0", context = "customer")
public record ReactivateCustomer(UUID customerId, String reason) implements Command<String> {
    @Override
    public String key() {
        return customerId().toString();
    }
}
