package dev.souk.contracts.customer;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;

/// The addresses of a customer.
@MessageType(name = "GetCustomerAddresses", version = "1.0", context = "customer")
public record GetCustomerAddresses(UUID customerId) implements Query<List<GetCustomerAddresses.Entry>> {
    /// `kinds` are those it may be used for, `defaultFor` those it is preselected for.
    public record Entry(
            UUID addressId, Address address, List<String> kinds, List<String> defaultFor, long version) {
        public Entry {
            kinds = List.copyOf(kinds);
            defaultFor = List.copyOf(defaultFor);
        }
    }
}
