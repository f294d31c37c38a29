package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Exact stock of all skus of a product; empty when inventory does not know the product.
@MessageType(name = "GetStockLevel", version = "1.1", context = "inventory")
public record GetStockLevel(UUID productId) implements Query<Optional<GetStockLevel.Level>> {
    public record Level(
            UUID productId, long available, long reserved, long onHand, List<StockPosition> positions, Instant asOf) {
        public Level {
            positions = List.copyOf(positions);
        }
    }
}
