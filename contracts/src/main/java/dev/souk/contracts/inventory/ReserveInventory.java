package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds stock for every item or for none. The same `reservationId` again gives the same answer. Answered by
/// InventoryReserved or InventoryUnavailable. `ttlSeconds` at most 3600, usually 900.
@MessageType(name = "ReserveInventory", version = "2.0", context = "inventory")
public record ReserveInventory(
        UUID reservationId,
        UUID cartId,
        @Nullable UUID customerId,
        UUID checkoutId,
        UUID orderId,
        List<Item> items,
        int ttlSeconds,
        @Nullable String shipToCountry) implements Command<UUID> {
    public ReserveInventory {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return reservationId().toString();
    }

    public record Item(UUID productId, @Nullable UUID variantId, String sku, int quantity) {}
}
