package dev.souk.storefront.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a purchase is getting on.
///
/// @param state PENDING, ACTION_REQUIRED, COMPLETED or FAILED
public record Checkout(
        UUID checkoutId,
        String state,
        @Nullable UUID orderId,
        @Nullable String confirmationNumber,
        @Nullable String reason,
        @Nullable Detail detail,
        @Nullable Action action) {
    public record Detail(@Nullable String code, @Nullable List<Missing> unavailableItems) {}

    public record Missing(String sku, int requested, int available) {}

    public record Action(String kind, String clientRef) {}

    public record Started(UUID checkoutId, UUID orderId) {}
}
