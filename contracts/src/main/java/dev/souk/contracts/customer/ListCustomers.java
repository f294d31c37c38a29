package dev.souk.contracts.customer;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Customers, newest first. `q` is a whole e-mail address or an id.
@MessageType(name = "ListCustomers", version = "1.0", context = "customer")
public record ListCustomers(
        @Nullable String q,
        @Nullable String status,
        @Nullable String cursor,
        int limit) implements Query<ListCustomers.Page> {
    public record Page(List<Row> customers, @Nullable String nextCursor) {
        public Page {
            customers = List.copyOf(customers);
        }
    }

    /// `kind` is REGISTERED or GUEST.
    public record Row(
            UUID customerId,
            String kind,
            @Nullable String email,
            @Nullable String name,
            String status,
            String level,
            @Nullable Instant registeredAt) {}
}
