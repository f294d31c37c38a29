package dev.souk.payment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a payment was asked for with; never changes. A tombstone, left by a void that came before its authorization,
/// knows neither order nor currency.
///
/// @param correlationId the journey that it belongs to
public record Terms(
        UUID id,
        @Nullable UUID orderId,
        @Nullable UUID checkoutId,
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        long amount,
        @Nullable String currency,
        String token,
        @Nullable String returnUrl,
        @Nullable String country,
        UUID correlationId,
        Instant requestedAt) {
    boolean tombstone() {
        return currency == null;
    }
}
