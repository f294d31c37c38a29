package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The prices of a product, or of one variant, the newest first, as far back as `days` (null: all).
@MessageType(name = "GetPriceHistory", version = "1.0", context = "product")
public record GetPriceHistory(UUID productId, @Nullable UUID variantId, @Nullable Integer days)
        implements Query<GetPriceHistory.History> {
    /// `lowest30d` is the lowest price in force at any time in the last 30 days; null when none was.
    public record History(List<Entry> prices, @Nullable Long lowest30d) {
        public History {
            prices = List.copyOf(prices);
        }
    }

    /// `to` is null for the price that is in force.
    public record Entry(long price, String currency, Instant from, @Nullable Instant to) {}
}
