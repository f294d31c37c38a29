package dev.souk.promotion.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code to be tried on a basket.
public record CouponRequest(
        @Nullable String code,
        @Nullable UUID cartId,
        @Nullable String channel,
        @Nullable Long subtotal,
        @Nullable String currency,
        @Nullable List<BasketRequest.Line> lines,
        @Nullable Long shipping) {
    BasketRequest basket() {
        return new BasketRequest(cartId, null, null, channel, subtotal, currency, code, lines, shipping);
    }
}
