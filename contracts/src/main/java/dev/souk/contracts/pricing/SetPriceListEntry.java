package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The price of a sku on a price list from `from` (always when null) until `to`. It replaces the entry with the same
/// `from` and currency. For whom a list holds is told by rules of kind PRICE_LIST.
@MessageType(name = "SetPriceListEntry", version = "1.0", context = "pricing")
public record SetPriceListEntry(
        UUID priceListId,
        String sku,
        Money price,
        @Nullable Instant from,
        @Nullable Instant to) implements Command<Long> {
    @Override
    public String key() {
        return priceListId() + "/" + sku();
    }
}
