package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fraud gate has nothing against this payment. Published when `fraud.publish-passed` is set.
@MessageType(name = "FraudCheckPassed", version = "1.0", context = "payment")
public record FraudCheckPassed(
        UUID paymentId,
        UUID orderId,
        @Nullable Double score,
        Instant checkedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
