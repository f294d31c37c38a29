package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shopper is back from the provider's page; ask the provider now instead of at the next poll.
@MessageType(name = "ConfirmPaymentAction", version = "1.0", context = "payment")
public record ConfirmPaymentAction(
        UUID paymentId,
        UUID checkoutId,
        @Nullable String actionResultRef) implements Command<UUID> {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
