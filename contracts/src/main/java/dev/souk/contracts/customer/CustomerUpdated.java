package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Deprecated form of CustomerProfileUpdated and CustomerStatusChanged, for readers of the Acme contract.
@MessageType(name = "CustomerUpdated", version = "1.0", context = "customer")
public record CustomerUpdated(UUID eventId, Instant occurredAt, UUID customerId, Changes changes) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }

    public record Changes(@Nullable Sealed<String> email, @Nullable Sealed<String> name, @Nullable String status) {}
}
