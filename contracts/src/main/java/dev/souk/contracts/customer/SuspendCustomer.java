package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Stops a customer from signing in and buying.
@MessageType(name = "SuspendCustomer", version = "1.0", context = "customer")
public record SuspendCustomer(UUID customerId, String reason) implements Command<String> {
    @Override
    public String key() {
        return customerId().toString();
    }
}
