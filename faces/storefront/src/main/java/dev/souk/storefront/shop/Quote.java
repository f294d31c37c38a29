package dev.souk.storefront.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the cart costs now; the hash is what the shopper agrees to.
public record Quote(
        UUID quoteId,
        String quoteHash,
        String currency,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long total,
        @Nullable String shippingMethodId,
        boolean complete,
        List<Promotion> promotions,
        List<Problem> problems,
        @Nullable Points points) {
    public record Promotion(String name, @Nullable String code, long discount) {}

    public record Points(long points, long amount) {}

    public record Problem(String code) {}
}
