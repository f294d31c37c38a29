package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Makes orders that were placed as a guest with the customer's verified address her own. Answers how many guests.
@MessageType(name = "ClaimGuestOrders", version = "1.0", context = "customer")
public record ClaimGuestOrders(UUID customerId) implements Command<Integer> {
    @Override
    public String key() {
        return customerId().toString();
    }
}
