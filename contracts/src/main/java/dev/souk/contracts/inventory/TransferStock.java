package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Moves unreserved stock between locations. The same `transferId` again changes nothing.
@MessageType(name = "TransferStock", version = "1.0", context = "inventory")
public record TransferStock(
        UUID transferId,
        String sku,
        String from,
        String to,
        int quantity) implements Command<StockPosition> {
    @Override
    public String key() {
        return sku();
    }
}
