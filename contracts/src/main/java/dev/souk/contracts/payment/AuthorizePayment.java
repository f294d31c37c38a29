package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks the provider to set the money aside, and the fraud gate to agree. The same `paymentId` again gives the same
/// answer. Answered by PaymentAuthorized, PaymentFailed or, in between, PaymentActionRequired. An unknown result is
/// asked for, never guessed.
@MessageType(name = "AuthorizePayment", version = "2.0", context = "payment")
public record AuthorizePayment(
        UUID paymentId,
        UUID orderId,
        UUID checkoutId,
        UUID cartId,
        UUID customerId,
        long amount,
        String currency,
        String paymentMethodRef,
        String idempotencyKey,
        @Nullable String returnUrl,
        @Nullable String country) implements Command<UUID> {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
