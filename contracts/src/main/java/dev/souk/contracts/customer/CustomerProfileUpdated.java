package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The profile has changed; members that did not are null, and so are those that were removed.
@MessageType(name = "CustomerProfileUpdated", version = "1.0", context = "customer")
public record CustomerProfileUpdated(
        UUID customerId,
        List<String> changedFields,
        @Nullable Sealed<String> email,
        @Nullable Sealed<String> name,
        @Nullable Sealed<String> phone,
        @Nullable String locale,
        long profileVersion,
        Instant updatedAt) implements Event {
    public CustomerProfileUpdated {
        changedFields = List.copyOf(changedFields);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
