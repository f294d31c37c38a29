package dev.souk.standin.payment;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Asks to set money aside.
///
/// @param amount minor units
/// @param token stands for a card; never a card number
/// @param orderId the shop's, for its own use
/// @param paymentId the shop's, for its own use
public record Authorize(
        long amount, String currency, String token, @Nullable String orderId, @Nullable String paymentId) {
    void check() {
        if (amount <= 0) {
            throw new ProviderException(ProviderException.Kind.REFUSED, "amount_invalid", "an amount is positive");
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(ProviderException.Kind.REFUSED, "currency_invalid", "no such currency");
        }
        if (!token.startsWith("tok_")) {
            throw new ProviderException(ProviderException.Kind.REFUSED, "token_invalid", "no such token");
        }
    }
}
