package dev.souk.payment.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that the provider is to do. Asking again has the same [#key] and so the same effect.
///
/// @param subject what it is about: the payment itself or a refund
/// @param round rises only after a definite no, so that asking anew is not answered with the old no
/// @param reference the provider's id of the payment; null while unknown
public record ProviderCall(
        Operation operation,
        UUID paymentId,
        UUID subject,
        int round,
        long amount,
        String currency,
        String token,
        @Nullable String reference,
        @Nullable UUID orderId,
        @Nullable String returnUrl) {
    /// The idempotency key: derived from what is asked, never from how often.
    public String key() {
        return switch (operation) {
            case AUTHORIZE, LOOK -> authorizationKey();
            case CAPTURE -> paymentId + ":capture" + (round == 0 ? "" : ":" + round);
            case VOID -> paymentId + ":void";
            case REFUND -> paymentId + ":refund:" + subject;
        };
    }

    public String authorizationKey() {
        return paymentId + ":authorize";
    }

    /// The provider's id of the payment, where there must be one.
    public String knownReference() {
        if (reference == null) {
            throw new IllegalStateException(operation + " of " + paymentId + " without a reference");
        }
        return reference;
    }
}
