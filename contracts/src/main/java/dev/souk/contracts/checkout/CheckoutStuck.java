package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// Nobody has answered this step, or its undoing, `attempts` times since `since`; it is asked on and on.
@MessageType(name = "CheckoutStuck", version = "1.0", context = "checkout")
public record CheckoutStuck(
        UUID checkoutId,
        String step,
        int attempts,
        Instant since,
        String lastError) implements Event {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
