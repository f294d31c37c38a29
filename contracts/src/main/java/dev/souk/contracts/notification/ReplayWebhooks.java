package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Delivers a range of events again, in order. Positions are those of the deliveries; without `toPosition` to the last
/// one.
@MessageType(name = "ReplayWebhooks", version = "1.0", context = "notification")
public record ReplayWebhooks(UUID subscriptionId, long fromPosition, @Nullable Long toPosition) implements Command<Integer> {
    @Override
    public String key() {
        return subscriptionId().toString();
    }
}
