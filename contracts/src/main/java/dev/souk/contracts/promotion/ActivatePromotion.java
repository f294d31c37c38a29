package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a planned promotion begin now. An active one stays as it is.
@MessageType(name = "ActivatePromotion", version = "1.0", context = "promotion")
public record ActivatePromotion(UUID promotionId, @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return promotionId().toString();
    }
}
