package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// What was ordered under the guest's id belongs to the customer now.
@MessageType(name = "GuestClaimed", version = "1.0", context = "customer")
public record GuestClaimed(UUID guestId, UUID customerId, Instant at) implements Event {
    @Override
    public String key() {
        return guestId().toString();
    }
}
