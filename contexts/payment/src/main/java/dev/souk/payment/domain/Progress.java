package dev.souk.payment.domain;

import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has become of a payment so far; a row as it is stored.
///
/// @param captureRequested the order is confirmed, the money is being taken or has been
/// @param blocked the order's amount differs from what was authorized: a person must look before anything is taken
/// @param captureFailures definite failures so far
/// @param actionDue until when the shopper may act
/// @param fraudScore in thousandths
public record Progress(
        Status status,
        long version,
        @Nullable String reference,
        @Nullable String brand,
        @Nullable Sealed<String> last4,
        long authorized,
        long captured,
        long refunded,
        long refundPending,
        boolean captureRequested,
        boolean blocked,
        int captureFailures,
        @Nullable String failureReason,
        @Nullable String failureDetail,
        @Nullable String clientRef,
        @Nullable Instant actionDue,
        @Nullable Instant authorizedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant capturedAt,
        @Nullable String fraudResult,
        @Nullable Integer fraudScore) {
    static final Progress NONE = new Progress(
            Status.REQUESTED, 0, null, null, null, 0, 0, 0, 0, false, false, 0, null, null, null, null, null, null,
            null, null, null);
}
