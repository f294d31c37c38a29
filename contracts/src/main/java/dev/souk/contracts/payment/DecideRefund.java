package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A second person lets a large refund go, or not.
@MessageType(name = "DecideRefund", version = "1.0", context = "payment")
public record DecideRefund(UUID refundId, boolean approved) implements Command<UUID> {
    @Override
    public String key() {
        return refundId().toString();
    }
}
