package dev.souk.inventory.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds stock for every item or for none. `reservationId` is the sender's; the same one again gives the same answer.
public record ReservationRequest(
        @Nullable UUID reservationId,
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        @Nullable UUID checkoutId,
        @Nullable UUID orderId,
        @Nullable List<@Nullable Item> items,
        @Nullable Integer ttlSeconds,
        @Nullable String shipToCountry) {
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_HOLD = 3_600;

    public record Item(
            @Nullable UUID productId, @Nullable UUID variantId, @Nullable String sku, @Nullable Integer quantity) {
        @Nullable Refusal problem() {
            return Input.first(
                    Input.required("productId", productId),
                    Input.sku(sku),
                    Input.range("quantity", quantity, 1, Input.MOST_UNITS));
        }

        ReserveInventory.Item item() {
            return new ReserveInventory.Item(
                    requireNonNull(productId), variantId, requireNonNull(sku), requireNonNull(quantity));
        }
    }

    @Nullable Refusal problem() {
        return Input.first(
                Input.required("reservationId", reservationId),
                Input.required("cartId", cartId),
                Input.required("checkoutId", checkoutId),
                Input.required("orderId", orderId),
                Input.optionalRange("ttlSeconds", ttlSeconds, 1, LONGEST_HOLD),
                shipToCountry != null && !shipToCountry.matches("[A-Z]{2}")
                        ? Input.invalid("\"shipToCountry\" is two capital letters.")
                        : null,
                Input.range("number of items", items == null ? 0 : items.size(), 1, MOST_ITEMS),
                itemProblem());
    }

    private @Nullable Refusal itemProblem() {
        if (items != null) {
            for (var item : items) {
                var problem = item == null ? Input.invalid("An item is missing.") : item.problem();
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    ReserveInventory command() {
        return new ReserveInventory(
                requireNonNull(reservationId),
                requireNonNull(cartId),
                customerId,
                requireNonNull(checkoutId),
                requireNonNull(orderId),
                requireNonNull(items).stream().map(item -> requireNonNull(item).item()).toList(),
                ttlSeconds == null ? 0 : ttlSeconds,
                shipToCountry);
    }
}
