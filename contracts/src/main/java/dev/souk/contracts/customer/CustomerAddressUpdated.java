package dev.souk.contracts.customer;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;

/// An address of a customer reads differently now, or has become a default.
@MessageType(name = "CustomerAddressUpdated", version = "1.0", context = "customer")
public record CustomerAddressUpdated(
        UUID customerId,
        UUID addressId,
        List<String> kinds,
        Sealed<Address> address,
        String country,
        boolean isDefault) implements Event {
    public CustomerAddressUpdated {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
