package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fraud gate refuses this payment; `reason` is HIGH_RISK_SCORE, BLOCKLISTED, VELOCITY or MISMATCH.
@MessageType(name = "FraudCheckFailed", version = "1.0", context = "payment")
public record FraudCheckFailed(
        UUID paymentId,
        UUID orderId,
        @Nullable Double score,
        String reason,
        Instant checkedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
