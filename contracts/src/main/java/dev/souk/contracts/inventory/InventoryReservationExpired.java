package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hold was not committed in time; the stock is free again.
@MessageType(name = "InventoryReservationExpired", version = "1.0", context = "inventory")
public record InventoryReservationExpired(
        UUID reservationId,
        @Nullable UUID checkoutId,
        @Nullable UUID orderId,
        List<Item> items,
        Instant expiredAt) implements Event {
    public InventoryReservationExpired {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return reservationId().toString();
    }

    public record Item(String sku, String locationId, int quantity) {}
}
