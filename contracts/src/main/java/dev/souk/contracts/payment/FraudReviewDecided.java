package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// `decision` is ACCEPT or REJECT.
@MessageType(name = "FraudReviewDecided", version = "1.0", context = "payment")
public record FraudReviewDecided(UUID paymentId, UUID orderId, String decision, String decidedBy) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
