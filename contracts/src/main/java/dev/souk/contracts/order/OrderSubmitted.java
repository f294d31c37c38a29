package dev.souk.contracts.order;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order is binding; its address is this snapshot. `email` is how a guest can be reached.
@MessageType(name = "OrderSubmitted", version = "2.0", context = "order")
public record OrderSubmitted(
        UUID orderId,
        UUID customerId,
        long total,
        String currency,
        UUID reservationId,
        UUID paymentId,
        List<Item> items,
        List<Promotion> promotions,
        Sealed<Address> deliveryAddress,
        String deliveryCountry,
        @Nullable Sealed<String> email,
        Instant submittedAt) implements Event {
    public OrderSubmitted {
        items = List.copyOf(items);
        promotions = List.copyOf(promotions);
    }

    @Override
    public String key() {
        return orderId().toString();
    }

    public record Item(UUID productId, @Nullable UUID variantId, String sku, int quantity, long unitPrice) {}

    public record Promotion(UUID promotionId, @Nullable UUID holdId, @Nullable String code, long discount) {}
}
