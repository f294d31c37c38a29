package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Gives held or committed stock back; a release of an unknown id leaves a tombstone, so that a later reserve of it
/// holds nothing. Always answered by InventoryReleased. `reason` is CHECKOUT_FAILED, ORDER_CANCELLED or EXPIRED.
@MessageType(name = "ReleaseInventory", version = "1.1", context = "inventory")
public record ReleaseInventory(UUID reservationId, UUID checkoutId, String reason) implements Command<UUID> {
    @Override
    public String key() {
        return reservationId().toString();
    }
}
