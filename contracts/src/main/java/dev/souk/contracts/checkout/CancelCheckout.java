package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The shopper has changed their mind; possible until the order is asked for. `reason` is CANCELLED.
@MessageType(name = "CancelCheckout", version = "1.0", context = "checkout")
public record CancelCheckout(UUID checkoutId, String reason) implements Command<GetCheckoutStatus.Status> {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
