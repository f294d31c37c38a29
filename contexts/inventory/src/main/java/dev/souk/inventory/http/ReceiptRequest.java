package dev.souk.inventory.http;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goods of one sku have arrived. `receiptId` is the sender's; the same one again changes nothing.
public record ReceiptRequest(
        @Nullable UUID receiptId,
        @Nullable String locationId,
        @Nullable Integer quantity,
        @Nullable String supplierRef) {
    @Nullable Refusal problem() {
        return Input.first(
                Input.required("receiptId", receiptId),
                Input.location("locationId", locationId),
                Input.range("quantity", quantity, 1, Input.MOST_UNITS),
                Input.text("supplierRef", supplierRef, 100));
    }
}
