package dev.souk.inventory.http;

import dev.souk.platform.messaging.Refusal;
import org.jspecify.annotations.Nullable;

/// When stock is low. Members left out mean a reorder point of 10 and a suggestion at 5, without a fixed quantity.
public record ReorderPolicyRequest(
        @Nullable Long reorderPoint, @Nullable Long autoReorderAt, @Nullable Long reorderQuantity) {
    private static final long POINT = 10;
    private static final long SUGGEST_AT = 5;

    @Nullable Refusal problem() {
        return Input.first(
                Input.optionalRange("reorderPoint", reorderPoint, 0, Input.MOST_UNITS),
                Input.optionalRange("autoReorderAt", autoReorderAt, 0, Input.MOST_UNITS),
                Input.optionalRange("reorderQuantity", reorderQuantity, 1, Input.MOST_UNITS),
                suggestAt() > point() ? Input.invalid("\"autoReorderAt\" is not above \"reorderPoint\".") : null);
    }

    long point() {
        return reorderPoint == null ? POINT : reorderPoint;
    }

    long suggestAt() {
        return autoReorderAt == null ? Math.min(SUGGEST_AT, point()) : autoReorderAt;
    }
}
