package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Asks at once again for whatever a checkout is waiting for. Answers the new version; the note is kept with the
/// operator's id.
@MessageType(name = "RetryCheckoutStep", version = "1.0", context = "checkout")
public record RetryCheckoutStep(UUID checkoutId, long expectedVersion, String note) implements Command<Long> {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
