package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hold counts no more; `points` is 0 when it held nothing.
@MessageType(name = "RewardPointsReleased", version = "1.0", context = "customer")
public record RewardPointsReleased(
        UUID holdId,
        @Nullable UUID checkoutId,
        long points,
        String reason) implements Event {
    @Override
    public String key() {
        return holdId().toString();
    }
}
