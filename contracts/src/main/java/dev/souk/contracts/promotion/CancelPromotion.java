package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends a promotion now and for good. Holds made before are honoured.
@MessageType(name = "CancelPromotion", version = "1.0", context = "promotion")
public record CancelPromotion(UUID promotionId, String reason, @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
