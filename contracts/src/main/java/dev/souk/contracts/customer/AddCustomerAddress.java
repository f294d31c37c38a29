package dev.souk.contracts.customer;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;

/// Adds an address; the first of a kind (BILLING, SHIPPING) is its default. The same id again changes nothing.
@MessageType(name = "AddCustomerAddress", version = "1.0", context = "customer")
public record AddCustomerAddress(
        UUID customerId,
        UUID addressId,
        Sealed<Address> address,
        String country,
        List<String> kinds,
        boolean makeDefault) implements Command<UUID> {
    public AddCustomerAddress {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
