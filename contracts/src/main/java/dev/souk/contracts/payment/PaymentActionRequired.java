package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.UUID;

/// The shopper must act on the provider's page; `kind` is THREE_DS or REDIRECT.
@MessageType(name = "PaymentActionRequired", version = "1.0", context = "payment")
public record PaymentActionRequired(
        UUID paymentId,
        UUID checkoutId,
        String kind,
        String clientRef,
        Instant expiresAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
