package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A customer has one address less.
@MessageType(name = "CustomerAddressRemoved", version = "1.0", context = "customer")
public record CustomerAddressRemoved(UUID customerId, UUID addressId) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
