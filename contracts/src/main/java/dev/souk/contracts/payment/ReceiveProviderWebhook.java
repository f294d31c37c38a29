package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The provider says that something happened; its signature has been checked. The same `eventId` again changes nothing.
@MessageType(name = "ReceiveProviderWebhook", version = "1.0", context = "payment")
public record ReceiveProviderWebhook(
        String provider,
        String eventId,
        String type,
        @Nullable UUID paymentId,
        @Nullable String reference,
        @Nullable Long capturedTotal,
        @Nullable Long refundedTotal,
        Instant createdAt) implements Command<Boolean> {
    @Override
    public String key() {
        return eventId();
    }
}
