package dev.souk.payment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money on its way back.
///
/// @param requestedBy never the one who approves it
public record Refund(
        UUID id,
        UUID paymentId,
        long amount,
        String currency,
        String reason,
        State state,
        @Nullable UUID returnId,
        String requestedBy,
        @Nullable String decidedBy,
        Instant requestedAt,
        @Nullable Instant processedAt) {

    public enum State {
        /// Large: waits for a second person.
        AWAITING_APPROVAL,
        REQUESTED,
        PROCESSED,
        REJECTED,
        FAILED
    }

    /// Its amount is set aside, so that no other refund can promise it too.
    boolean open() {
        return state == State.AWAITING_APPROVAL || state == State.REQUESTED;
    }

    Refund now(State next, @Nullable String by, @Nullable Instant at) {
        return new Refund(
                id, paymentId, amount, currency, reason, next, returnId, requestedBy, by == null ? decidedBy : by,
                requestedAt, at);
    }
}
