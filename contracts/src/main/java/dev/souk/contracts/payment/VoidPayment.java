package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Gives the money back: cancels the authorization, or refunds when it was captured. Of an unknown id it leaves a
/// tombstone, so that a later authorization of it is refused. Answered by PaymentVoided as soon as it is durable
/// that this payment can never be captured; the provider is then called until it confirms.
@MessageType(name = "VoidPayment", version = "1.0", context = "payment")
public record VoidPayment(UUID paymentId, UUID checkoutId, String reason) implements Command<UUID> {
    @Override
    public String key() {
        return paymentId().toString();
    }
}
