package dev.souk.inventory.http;

import org.jspecify.annotations.Nullable;

/// A sku's reorder policy as it is now.
public record ReorderPolicyAnswer(
        String sku, long reorderPoint, long autoReorderAt, @Nullable Long reorderQuantity, long version) {}
