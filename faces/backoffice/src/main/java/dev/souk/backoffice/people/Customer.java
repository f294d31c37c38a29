package dev.souk.backoffice.people;

import dev.souk.backoffice.form.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One customer, masked or not.
public record Customer(
        UUID customerId,
        @Nullable String email,
        @Nullable String name,
        String status,
        @Nullable Instant registeredAt,
        @Nullable String phone,
        boolean emailVerified,
        @Nullable String locale,
        String level,
        long points,
        List<Consent> consents,
        List<Entry> addresses) {
    public record Consent(String purpose, boolean granted, Instant at) {}

    public record Entry(UUID addressId, Address address, List<String> kinds, List<String> defaultFor) {}

    public record Page(List<Row> customers, @Nullable String nextCursor) {}

    public record Row(
            UUID customerId,
            String kind,
            @Nullable String email,
            @Nullable String name,
            String status,
            String level,
            @Nullable Instant registeredAt) {}

    public record Orders(List<OrderLine> orders, Map<String, Long> spentInTwelveMonths, @Nullable String nextCursor) {}

    public record OrderLine(
            UUID orderId, @Nullable String confirmationNumber, @Nullable String status, @Nullable Long total, @Nullable String currency,
            @Nullable Instant placedAt) {}

    public record Points(long balance, long held, long available, @Nullable Instant nextExpiry, List<Move> entries) {}

    public record Move(String kind, long points, @Nullable UUID orderId, Instant at) {}

    public boolean active() {
        return status.equals("ACTIVE");
    }

    public boolean suspended() {
        return status.equals("SUSPENDED");
    }
}
