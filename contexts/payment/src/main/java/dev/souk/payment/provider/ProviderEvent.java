package dev.souk.payment.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook whose signature was good, reduced to what is needed: it only tells that something happened; what, is asked.
public record ProviderEvent(
        String eventId,
        String type,
        @Nullable UUID paymentId,
        @Nullable String reference,
        @Nullable Long capturedTotal,
        @Nullable Long refundedTotal,
        Instant createdAt) {}
