package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// A checkout is under way; without an order by `deadline` it is given up, unless the order has been asked for by then.
@MessageType(name = "CheckoutStarted", version = "1.0", context = "checkout")
public record CheckoutStarted(
        UUID checkoutId,
        UUID cartId,
        UUID orderId,
        UUID customerId,
        long total,
        String currency,
        Instant deadline) implements Event {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
