package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes goods in. The same `receiptId` again changes nothing.
@MessageType(name = "ReceiveStock", version = "1.0", context = "inventory")
public record ReceiveStock(
        UUID receiptId,
        String sku,
        String locationId,
        int quantity,
        @Nullable String supplierRef) implements Command<StockPosition> {
    @Override
    public String key() {
        return sku();
    }
}
