package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The provider said yes and the fraud gate let it pass.
@MessageType(name = "PaymentAuthorized", version = "2.0", context = "payment")
public record PaymentAuthorized(
        UUID paymentId,
        UUID orderId,
        UUID checkoutId,
        long amount,
        String currency,
        UUID authorizationId,
        String providerReference,
        Method method,
        Instant expiresAt,
        Instant authorizedAt) implements Event {
    @Override
    public String key() {
        return paymentId().toString();
    }

    public record Method(String kind, @Nullable String brand, @Nullable Sealed<String> last4) {}
}
