package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A price list has a new price for a sku.
@MessageType(name = "PriceListChanged", version = "1.0", context = "pricing")
public record PriceListChanged(
        UUID priceListId,
        String sku,
        Money price,
        @Nullable Instant from,
        @Nullable Instant to) implements Event {
    @Override
    public String key() {
        return priceListId() + "/" + sku();
    }
}
