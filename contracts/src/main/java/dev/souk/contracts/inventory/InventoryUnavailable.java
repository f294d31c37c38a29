package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// This one request could not be held; nothing was.
@MessageType(name = "InventoryUnavailable", version = "1.1", context = "inventory")
public record InventoryUnavailable(
        UUID reservationId,
        UUID orderId,
        UUID cartId,
        UUID checkoutId,
        List<Item> unavailableItems,
        Instant checkedAt) implements Event {
    public InventoryUnavailable {
        unavailableItems = List.copyOf(unavailableItems);
    }

    @Override
    public String key() {
        return reservationId().toString();
    }

    public record Item(UUID productId, String sku, int requested, int available) {}
}
