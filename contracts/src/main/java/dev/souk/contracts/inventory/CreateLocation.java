package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;

/// Adds a place where stock is kept. Reservations take from the smallest `priority` first.
@MessageType(name = "CreateLocation", version = "1.0", context = "inventory")
public record CreateLocation(String locationId, String name, int priority) implements Command<String> {
    @Override
    public String key() {
        return locationId();
    }
}
