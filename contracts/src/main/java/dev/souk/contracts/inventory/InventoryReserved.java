package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Every item of a checkout is held until `expiresAt`.
@MessageType(name = "InventoryReserved", version = "1.1", context = "inventory")
public record InventoryReserved(
        UUID reservationId,
        UUID orderId,
        UUID cartId,
        UUID checkoutId,
        List<Item> items,
        Instant reservedAt,
        Instant expiresAt) implements Event {
    public InventoryReserved {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return reservationId().toString();
    }

    public record Item(UUID productId, String sku, String locationId, int quantity) {}
}
