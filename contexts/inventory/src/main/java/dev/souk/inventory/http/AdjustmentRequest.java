package dev.souk.inventory.http;

import dev.souk.platform.messaging.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Corrects what is on hand by `delta`. `reason` is COUNT, DAMAGE, LOSS, FOUND or CORRECTION.
public record AdjustmentRequest(
        @Nullable UUID adjustmentId,
        @Nullable String locationId,
        @Nullable Integer delta,
        @Nullable String reason,
        @Nullable String note) {
    private static final Set<String> REASONS = Set.of("COUNT", "DAMAGE", "LOSS", "FOUND", "CORRECTION");

    @Nullable Refusal problem() {
        return Input.first(
                Input.required("adjustmentId", adjustmentId),
                Input.location("locationId", locationId),
                Input.range("delta", delta, -Input.MOST_UNITS, Input.MOST_UNITS),
                delta != null && delta == 0 ? Input.invalid("\"delta\" is not 0.") : null,
                reason == null || !REASONS.contains(reason)
                        ? Input.invalid("\"reason\" is COUNT, DAMAGE, LOSS, FOUND or CORRECTION.")
                        : null,
                Input.text("note", note, 500));
    }
}
