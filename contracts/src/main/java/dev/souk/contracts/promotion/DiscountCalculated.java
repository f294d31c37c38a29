package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Somebody asked over HTTP what would come off. For analytics; nobody relies on it for money.
@MessageType(name = "DiscountCalculated", version = "1.0", context = "promotion")
public record DiscountCalculated(
        UUID eventId,
        Instant occurredAt,
        UUID cartId,
        long discount,
        String currency,
        List<String> appliedPromotions) implements Event {
    public DiscountCalculated {
        appliedPromotions = List.copyOf(appliedPromotions);
    }

    @Override
    public String key() {
        return eventId().toString();
    }
}
