package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stock and money stand behind the order; it can be paid and fulfilled.
@MessageType(name = "OrderConfirmed", version = "1.1", context = "order")
public record OrderConfirmed(
        UUID orderId,
        UUID customerId,
        String confirmationNumber,
        @Nullable UUID paymentAuthorizationId,
        @Nullable UUID inventoryReservationId,
        UUID paymentId,
        long total,
        String currency,
        Instant confirmedAt,
        String shippingMethodId,
        String deliveryCountry) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}
