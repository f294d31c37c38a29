package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Ends an account; its orders stay.
@MessageType(name = "CloseCustomer", version = "1.0", context = "customer")
public record CloseCustomer(UUID customerId, String reason) implements Command<String> {
    @Override
    public String key() {
        return customerId().toString();
    }
}
