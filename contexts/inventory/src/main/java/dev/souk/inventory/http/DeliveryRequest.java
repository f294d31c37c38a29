package dev.souk.inventory.http;

import dev.souk.contracts.inventory.ReceiveDelivery;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goods of up to 5,000 lines have arrived; all are taken in or none.
public record DeliveryRequest(
        @Nullable UUID deliveryId,
        @Nullable String locationId,
        @Nullable List<@Nullable Line> lines,
        @Nullable String supplierRef) {
    public record Line(@Nullable String sku, @Nullable Integer quantity) {
        @Nullable Refusal problem() {
            return Input.first(Input.sku(sku), Input.range("quantity", quantity, 1, Input.MOST_UNITS));
        }

        ReceiveDelivery.Line line() {
            return new ReceiveDelivery.Line(sku == null ? "" : sku, quantity == null ? 0 : quantity);
        }
    }

    @Nullable Refusal problem() {
        return Input.first(
                Input.required("deliveryId", deliveryId),
                Input.location("locationId", locationId),
                Input.text("supplierRef", supplierRef, 100),
                Input.range("number of lines", lines == null ? 0 : lines.size(), 1, Input.MOST_LINES),
                lineProblem());
    }

    private @Nullable Refusal lineProblem() {
        if (lines != null) {
            for (var line : lines) {
                var problem = line == null ? Input.invalid("A line is missing.") : line.problem();
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }
}
