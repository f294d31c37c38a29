package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reservation holds nothing any more; `items` is empty when it held nothing before. `reason` is
/// CHECKOUT_FAILED, ORDER_CANCELLED, EXPIRED or AMENDED.
@MessageType(name = "InventoryReleased", version = "1.1", context = "inventory")
public record InventoryReleased(
        UUID reservationId,
        @Nullable UUID checkoutId,
        @Nullable UUID orderId,
        String reason,
        List<Item> items,
        Instant releasedAt) implements Event {
    public InventoryReleased {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return reservationId().toString();
    }

    public record Item(String sku, String locationId, int quantity) {}
}
