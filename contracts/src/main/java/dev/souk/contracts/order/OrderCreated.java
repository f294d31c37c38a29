package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order exists. `status` is always `created`. `points` are the reward points that paid for a part; their worth is
/// within `discount`.
@MessageType(name = "OrderCreated", version = "1.2", context = "order")
public record OrderCreated(
        UUID orderId,
        UUID customerId,
        long total,
        String currency,
        String status,
        List<Item> items,
        Instant createdAt,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        UUID cartId,
        UUID checkoutId,
        UUID reservationId,
        String confirmationNumber,
        String channel,
        @Nullable Points points) implements Event {
    public OrderCreated {
        items = List.copyOf(items);
    }

    public record Points(UUID holdId, long points, long amount) {}

    @Override
    public String key() {
        return orderId().toString();
    }

    public record Item(
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            String name,
            int quantity,
            long unitPrice) {}
}
