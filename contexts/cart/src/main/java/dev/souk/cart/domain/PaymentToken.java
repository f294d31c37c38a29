package dev.souk.cart.domain;

import java.util.regex.Pattern;

/// What a payment provider hands out in place of a card.
public final class PaymentToken {
    private static final Pattern CARD_NUMBER = Pattern.compile("(\\d[ -]?){12,18}\\d");

    private PaymentToken() {}

    /// Whether this is a card number rather than a token.
    public static boolean looksLikeCardNumber(String token) {
        return CARD_NUMBER.matcher(token.strip()).matches();
    }
}
