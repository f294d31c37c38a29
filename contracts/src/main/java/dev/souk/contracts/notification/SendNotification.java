package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends one notification to a customer, or to an address. The same `dedupKey` for the same template and
/// recipient again changes nothing; the answer is the id it goes by. `category` is TRANSACTIONAL, SECURITY, DELIVERY or MARKETING; `channel` is EMAIL, SMS,
/// PUSH or IN_APP, and the template's own channels when absent. `data` are the template's values, ready to be shown.
@MessageType(name = "SendNotification", version = "1.0", context = "notification")
public record SendNotification(
        UUID notificationId,
        String templateKey,
        @Nullable UUID customerId,
        @Nullable Sealed<String> address,
        @Nullable String channel,
        String category,
        Map<String, String> data,
        String dedupKey,
        @Nullable Instant notBefore) implements Command<UUID> {
    public SendNotification {
        data = Map.copyOf(data);
    }

    @Override
    public String key() {
        return notificationId().toString();
    }
}
