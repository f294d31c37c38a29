package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The movements of one sku at one location, oldest first; `from` counts, `to` does not. Empty when there is no such
/// stock.
@MessageType(name = "GetStockLedger", version = "1.0", context = "inventory")
public record GetStockLedger(
        String sku,
        String locationId,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) implements Query<Optional<GetStockLedger.Ledger>> {
    /// `opening` before the first movement listed, `closing` after the last; `next` continues as `after`.
    public record Ledger(
            String sku,
            String locationId,
            Balance opening,
            List<Movement> movements,
            Balance closing,
            @Nullable Long next) {
        public Ledger {
            movements = List.copyOf(movements);
        }
    }

    public record Balance(long onHand, long reserved) {}

    /// `reference` is the receipt, adjustment, transfer, stock take or reservation behind it.
    public record Movement(
            long version,
            String kind,
            long onHandDelta,
            long reservedDelta,
            long onHand,
            long reserved,
            UUID reference,
            Instant at) {}
}
