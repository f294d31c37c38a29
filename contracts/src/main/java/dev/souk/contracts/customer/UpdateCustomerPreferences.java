package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Language, currency and the channels (EMAIL, SMS, PUSH, IN_APP) of each kind of notice; what is null stays. Answers the
/// new version.
@MessageType(name = "UpdateCustomerPreferences", version = "1.0", context = "customer")
public record UpdateCustomerPreferences(
        UUID customerId,
        @Nullable String language,
        @Nullable String currency,
        @Nullable Map<String, List<String>> notifications,
        long expectedVersion) implements Command<Long> {
    public UpdateCustomerPreferences {
        notifications = notifications == null ? null : Map.copyOf(notifications);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}
