package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person has an account. `level` is STANDARD, `status` ACTIVE.
@MessageType(name = "CustomerRegistered", version = "1.0", context = "customer")
public record CustomerRegistered(
        UUID eventId,
        Instant occurredAt,
        UUID customerId,
        Sealed<String> email,
        @Nullable Sealed<String> name,
        String status,
        @Nullable Sealed<String> phone,
        @Nullable String locale,
        String level,
        boolean marketingConsent) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
