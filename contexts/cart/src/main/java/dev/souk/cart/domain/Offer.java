package dev.souk.cart.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product or variant as it can be put into a cart.
///
/// @param price minor units, for display
public record Offer(
        UUID productId,
        @Nullable UUID variantId,
        String sku,
        String name,
        long price,
        String currency,
        boolean forSale) {}
