package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Corrects what is on hand; never below what is reserved. `reason` is COUNT, DAMAGE, LOSS, FOUND or CORRECTION. The
/// same `adjustmentId` again changes nothing.
@MessageType(name = "AdjustStock", version = "1.0", context = "inventory")
public record AdjustStock(
        UUID adjustmentId,
        String sku,
        String locationId,
        int delta,
        String reason,
        @Nullable String note,
        @Nullable Long expectedVersion) implements Command<StockPosition> {
    @Override
    public String key() {
        return sku();
    }
}
