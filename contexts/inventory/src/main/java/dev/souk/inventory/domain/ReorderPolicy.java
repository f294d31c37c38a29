package dev.souk.inventory.domain;

import org.jspecify.annotations.Nullable;

/// When stock counts as low, and when and how much to buy.
///
/// @param quantity null means up to twice the reorder point
public record ReorderPolicy(long reorderPoint, long autoReorderAt, @Nullable Long quantity) {
    /// An alert that is out is armed again from here: the reorder point plus 20%, and at least one above it.
    long rearmAt() {
        return Math.max(reorderPoint + 1, (reorderPoint * 12 + 9) / 10);
    }

    /// How much to buy when `available` is left.
    public long suggested(long available) {
        return quantity != null ? quantity : Math.max(1, 2 * reorderPoint - available);
    }
}
