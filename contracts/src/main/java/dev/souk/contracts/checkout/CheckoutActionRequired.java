package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The shopper must act on the provider's page until `expiresAt`. `kind` is THREE_DS or REDIRECT.
@MessageType(name = "CheckoutActionRequired", version = "1.0", context = "checkout")
public record CheckoutActionRequired(
        UUID checkoutId,
        String kind,
        String clientRef,
        Instant expiresAt) implements Event {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}
