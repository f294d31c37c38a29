package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Stock was moved between locations.
@MessageType(name = "StockTransferred", version = "1.0", context = "inventory")
public record StockTransferred(UUID transferId, String sku, String from, String to, long quantity) implements Event {
    @Override
    public String key() {
        return sku();
    }
}
