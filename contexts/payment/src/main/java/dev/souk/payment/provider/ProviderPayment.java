package dev.souk.payment.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment in the provider's list. `paymentId` is null when it is none of ours.
public record ProviderPayment(
        String reference,
        @Nullable UUID paymentId,
        String currency,
        long authorized,
        long captured,
        long refunded,
        Instant createdAt) {}
