package dev.souk.customer;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;

/// Which members of a copy are money, and how it is written. All contexts name amounts alike.
final class Amounts {
    private static final Set<String> NAMES = Set.of(
            "amount", "authorized", "captured", "discount", "net", "price", "refundPending", "refunded", "shipping",
            "shippingNet", "subtotal", "tax", "total", "unitPrice");

    private Amounts() {}

    static boolean named(String member) {
        return NAMES.contains(member);
    }

    static String text(long minor, String currency) {
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return currency + " " + BigDecimal.valueOf(minor, Math.max(0, digits)).toPlainString();
        } catch (IllegalArgumentException e) {
            return minor + " " + currency;
        }
    }
}
