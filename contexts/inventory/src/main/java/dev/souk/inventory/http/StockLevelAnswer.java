package dev.souk.inventory.http;

import dev.souk.contracts.inventory.GetStockLevel;
import dev.souk.contracts.inventory.StockPosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stock of a product. Everybody sees a bucket, and how many are left when they are few; staff sees the numbers.
///
/// @param availability IN_STOCK, LOW or OUT
/// @param left at most 5, otherwise absent
public record StockLevelAnswer(
        UUID productId,
        String availability,
        @Nullable Integer left,
        List<Sku> skus,
        @Nullable Exact exact,
        Instant asOf) {
    private static final int FEW = 5;

    public StockLevelAnswer {
        skus = List.copyOf(skus);
    }

    public record Sku(String sku, String availability, @Nullable Integer left) {}

    public record Exact(long available, long reserved, long onHand, List<StockPosition> positions) {
        public Exact {
            positions = List.copyOf(positions);
        }
    }

    static StockLevelAnswer of(GetStockLevel.Level level, boolean staff) {
        var skus = level.positions().stream()
                .collect(Collectors.groupingBy(StockPosition::sku, Collectors.summingLong(StockPosition::available)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Sku(entry.getKey(), bucket(entry.getValue()), left(entry.getValue())))
                .toList();
        var exact = staff ? new Exact(level.available(), level.reserved(), level.onHand(), level.positions()) : null;
        return new StockLevelAnswer(
                level.productId(), bucket(level.available()), left(level.available()), skus, exact, level.asOf());
    }

    private static String bucket(long available) {
        return available <= 0 ? "OUT" : available <= FEW ? "LOW" : "IN_STOCK";
    }

    private static @Nullable Integer left(long available) {
        return available > 0 && available <= FEW ? (Integer) (int) available : null;
    }
}
