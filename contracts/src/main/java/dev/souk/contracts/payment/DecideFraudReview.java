package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// A fraud analyst has looked at a payment; `decision` is ACCEPT or REJECT.
@MessageType(name = "DecideFraudReview", version = "1.0", context = "payment")
public record DecideFraudReview(UUID fraudCheckId, String decision, String note) implements Command<UUID> {
    @Override
    public String key() {
        return fraudCheckId().toString();
    }
}
