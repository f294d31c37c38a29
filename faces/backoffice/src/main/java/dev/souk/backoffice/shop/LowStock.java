package dev.souk.backoffice.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Skus at or below their reorder point.
public record LowStock(List<Item> items, @Nullable String next) {
    public record Item(String sku, String productId, long available, long reserved, long reorderPoint) {}
}
