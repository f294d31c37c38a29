package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Language, currency and channels of notices as they are now.
@MessageType(name = "CustomerPreferencesUpdated", version = "1.0", context = "customer")
public record CustomerPreferencesUpdated(
        UUID customerId,
        @Nullable String language,
        @Nullable String currency,
        Map<String, List<String>> notifications,
        long version) implements Event {
    public CustomerPreferencesUpdated {
        notifications = Map.copyOf(notifications);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
