package dev.souk.customer.db;

import dev.souk.customer.domain.Level;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One customer's row. `email` is null once erased.
public record Account(
        UUID customerId,
        Status status,
        @Nullable Sealed<String> email,
        @Nullable String emailBlind,
        @Nullable Instant verifiedAt,
        @Nullable Sealed<String> pendingEmail,
        @Nullable String pendingBlind,
        @Nullable Sealed<String> name,
        @Nullable Sealed<String> phone,
        @Nullable String locale,
        @Nullable Instant unreachableAt,
        Level level,
        Instant levelSince,
        long version,
        Instant registeredAt) {
    static final String COLUMNS = """
            customer_id, status, email, email_blind, email_verified_at, pending_email, pending_blind, name, phone, locale,
            unreachable_at, level, level_since, version, registered_at\s""";

    static Account of(Row r) {
        return new Account(
                r.uuid("customer_id"),
                r.enumOf(Status.class, "status"),
                sealed(r, "email"),
                r.textOrNull("email_blind"),
                r.instantOrNull("email_verified_at"),
                sealed(r, "pending_email"),
                r.textOrNull("pending_blind"),
                sealed(r, "name"),
                sealed(r, "phone"),
                r.textOrNull("locale"),
                r.instantOrNull("unreachable_at"),
                r.enumOf(Level.class, "level"),
                r.instant("level_since"),
                r.bigint("version"),
                r.instant("registered_at"));
    }

    private static @Nullable Sealed<String> sealed(Row row, String column) {
        var text = row.textOrNull(column);
        return text == null ? null : new Sealed<>(text);
    }

    static @Nullable String text(@Nullable Sealed<?> sealed) {
        return sealed == null ? null : sealed.text();
    }
}
