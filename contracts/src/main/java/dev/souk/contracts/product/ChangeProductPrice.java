package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets the base price (minor units) of a product or of one variant, now or at `effectiveAt`. Answers the version.
@MessageType(name = "ChangeProductPrice", version = "1.0", context = "product")
public record ChangeProductPrice(
        UUID productId,
        @Nullable UUID variantId,
        long price,
        String currency,
        @Nullable Instant effectiveAt,
        @Nullable String reason,
        @Nullable Long expectedVersion)
        implements Command<Long> {
    @Override
    public String key() {
        return productId().toString();
    }
}
