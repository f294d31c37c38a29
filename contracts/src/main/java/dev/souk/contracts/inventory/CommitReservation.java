package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Stops the clock of a held reservation. Answered by ReservationCommitted, or ReservationCommitRejected when it
/// has expired, was released or is unknown.
@MessageType(name = "CommitReservation", version = "1.0", context = "inventory")
public record CommitReservation(UUID reservationId, UUID checkoutId, UUID orderId) implements Command<UUID> {
    @Override
    public String key() {
        return reservationId().toString();
    }
}
