package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Somebody tried to register with the address of this customer, who should be told.
@MessageType(name = "RegistrationRepeated", version = "1.0", context = "customer")
public record RegistrationRepeated(UUID customerId, Instant at) implements Event {
    @Override
    public String key() {
        return customerId().toString();
    }
}
