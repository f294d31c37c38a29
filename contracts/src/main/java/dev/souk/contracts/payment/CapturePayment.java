package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes the authorized money now, or `amount` of it; the rest is let go.
@MessageType(name = "CapturePayment", version = "1.0", context = "payment")
public record CapturePayment(UUID paymentId, @Nullable Long amount) implements Command<UUID> {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
