package dev.souk.backoffice.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything about the stock of one sku.
public record Stock(
        String sku,
        UUID productId,
        boolean sellable,
        long available,
        long reserved,
        long onHand,
        long reorderPoint,
        long autoReorderAt,
        @Nullable Long reorderQuantity,
        long policyVersion,
        boolean low,
        List<Position> positions) {
    public record Position(String locationId, long onHand, long reserved, long available) {}

    /// Movements at one location, oldest first.
    public record Ledger(List<Movement> movements, Balance opening, Balance closing, @Nullable Long next) {}

    public record Balance(long onHand, long reserved) {}

    public record Movement(long version, String kind, long onHandDelta, long reservedDelta, long onHand, long reserved, Instant at) {}

    public record Locations(List<Location> locations) {
        public List<Map.Entry<String, String>> options() {
            return locations.stream().map(one -> Map.entry(one.locationId(), one.name() + " (" + one.locationId() + ")")).toList();
        }
    }

    public record Location(String locationId, String name, int priority) {}
}
