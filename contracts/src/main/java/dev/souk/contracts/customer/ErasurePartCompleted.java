package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one context has deleted, made nameless or must keep, and on which legal basis. Published by every context.
@MessageType(name = "ErasurePartCompleted", version = "1.0", context = MessageType.EVERYBODY)
public record ErasurePartCompleted(
        UUID requestId,
        UUID customerId,
        String context,
        int deleted,
        int pseudonymised,
        int retained,
        @Nullable String retentionBasis,
        String digest) implements Event {
    /// Each context counts its own answers, customer beside what it says of the request itself.
    @Override
    public String key() {
        return requestId() + "/" + context();
    }
}
