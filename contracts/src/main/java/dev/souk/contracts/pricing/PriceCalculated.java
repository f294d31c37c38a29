package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A quote was recorded for a checkout. For analytics; the checkout carries the quote's amounts itself.
@MessageType(name = "PriceCalculated", version = "1.0", context = "pricing")
public record PriceCalculated(
        UUID quoteId,
        @Nullable UUID cartId,
        @Nullable UUID orderId,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long total,
        String currency,
        String quoteHash,
        Instant calculatedAt,
        UUID checkoutId) implements Event {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
