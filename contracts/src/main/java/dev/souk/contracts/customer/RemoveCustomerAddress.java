package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Removes an address. A default one goes only when no other address of its kind is left.
@MessageType(name = "RemoveCustomerAddress", version = "1.0", context = "customer")
public record RemoveCustomerAddress(UUID customerId, UUID addressId) implements Command<UUID> {
    @Override
    public String key() {
        return customerId().toString();
    }
}
