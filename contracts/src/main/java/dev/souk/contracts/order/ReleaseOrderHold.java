package dev.souk.contracts.order;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Lifts one hold; with the last one the order goes on where it stood. Releasing twice changes nothing. Answers the
/// version.
@MessageType(name = "ReleaseOrderHold", version = "1.0", context = "order")
public record ReleaseOrderHold(UUID orderId, UUID holdId, String resolution) implements Command<Long> {
    @Override
    public String key() {
        return orderId().toString();
    }
}
