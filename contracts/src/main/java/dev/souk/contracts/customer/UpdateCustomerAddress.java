package dev.souk.contracts.customer;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes an address; what is null stays.
@MessageType(name = "UpdateCustomerAddress", version = "1.0", context = "customer")
public record UpdateCustomerAddress(
        UUID customerId,
        UUID addressId,
        @Nullable Sealed<Address> address,
        @Nullable String country,
        @Nullable List<String> kinds,
        boolean makeDefault) implements Command<UUID> {
    public UpdateCustomerAddress {
        kinds = kinds == null ? null : List.copyOf(kinds);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
