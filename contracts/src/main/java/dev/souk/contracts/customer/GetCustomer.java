package dev.souk.contracts.customer;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer's profile.
@MessageType(name = "GetCustomer", version = "1.1", context = "customer")
public record GetCustomer(UUID customerId) implements Query<Optional<GetCustomer.Customer>> {
    /// `status` is ACTIVE, SUSPENDED, CLOSED or ERASED. `pendingEmail` waits for its verification.
    public record Customer(
            UUID customerId,
            String email,
            @Nullable String name,
            String status,
            @Nullable Instant registeredAt,
            @Nullable String phone,
            boolean emailVerified,
            @Nullable String pendingEmail,
            @Nullable String locale,
            String level,
            long points,
            Preferences preferences,
            List<Consent> consents,
            List<GetCustomerAddresses.Entry> addresses,
            long version) {
        public Customer {
            consents = List.copyOf(consents);
            addresses = List.copyOf(addresses);
        }
    }

    /// `notifications` lists the channels of each kind of notice; what is not in it is the shop's default.
    public record Preferences(
            @Nullable String language, @Nullable String currency, Map<String, List<String>> notifications, long version) {
        public Preferences {
            notifications = Map.copyOf(notifications);
        }
    }

    /// The last word on a purpose.
    public record Consent(String purpose, boolean granted, String textVersion, Instant at) {}
}
