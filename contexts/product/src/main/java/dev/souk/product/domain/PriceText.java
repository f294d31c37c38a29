package dev.souk.product.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A price as files write it: `255` is minor units, `2.55` is major units of the currency.
public final class PriceText {
    private static final Pattern MINOR = Pattern.compile("[0-9]{1,15}");
    private static final Pattern MAJOR = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,6}");

    private PriceText() {}

    /// The minor units, or nothing when the text is no price or finer than the currency.
    public static OptionalLong minor(String text, String currency) {
        if (MINOR.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        if (!MAJOR.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        var scaled = new BigDecimal(text).movePointRight(digits).stripTrailingZeros();
        return scaled.scale() > 0 ? OptionalLong.empty() : OptionalLong.of(scaled.longValueExact());
    }
}
