package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in many skus at once, all or none. The same `deliveryId` again changes nothing.
@MessageType(name = "ReceiveDelivery", version = "1.0", context = "inventory")
public record ReceiveDelivery(
        UUID deliveryId,
        String locationId,
        List<Line> lines,
        @Nullable String supplierRef) implements Command<ReceiveDelivery.Received> {
    public ReceiveDelivery {
        lines = List.copyOf(lines);
    }

    @Override
    public String key() {
        return deliveryId().toString();
    }

    public record Line(String sku, int quantity) {}

    /// How much was taken in.
    public record Received(int lines, long units) {}
}
