package dev.souk.backoffice.form;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sums of money as people type them.
public final class Amount {
    private static final Pattern SUM = Pattern.compile("[0-9]{1,12}([.,][0-9]{1,3})?");

    private Amount() {}

    /// Minor units; empty for what is no sum of this currency.
    public static Optional<Long> minor(String text, String currency) {
        if (!SUM.matcher(text).matches()) {
            return Optional.empty();
        }
        var sum = new BigDecimal(text.replace(',', '.'));
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return sum.stripTrailingZeros().scale() > digits
                ? Optional.empty()
                : Optional.of(sum.movePointRight(digits).longValueExact());
    }

    /// As it is typed: without the currency's sign.
    public static String typed(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits()).toPlainString();
    }
}
