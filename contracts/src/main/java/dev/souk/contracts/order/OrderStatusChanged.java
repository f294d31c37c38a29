package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of an order's timeline after its confirmation. `sequence` is the order's version with this change.
@MessageType(name = "OrderStatusChanged", version = "1.1", context = "order")
public record OrderStatusChanged(
        UUID orderId,
        String previousStatus,
        String newStatus,
        long sequence,
        @Nullable String changeReason,
        @Nullable UUID correlationId,
        Instant changedAt,
        String lifecycleStatus) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
