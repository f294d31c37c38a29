package dev.souk.pages.work;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/// Money as people key it in: major units with a point or a comma.
public final class Amounts {
    private static final int DIGITS = 13;

    private Amounts() {}

    /// Minor units; empty for what is no amount of that currency.
    public static Optional<Long> minor(String text, String currency) {
        if (!text.matches("\\d{1," + DIGITS + "}([.,]\\d{1,3})?")) {
            return Optional.empty();
        }
        try {
            var amount = new BigDecimal(text.replace(',', '.')).movePointRight(digits(currency));
            return Optional.of(amount.longValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// For the value of a field.
    public static String plain(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
