package dev.souk.promotion.domain;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// Coupon codes: letters and digits, whatever their case.
public final class Codes {
    /// Without 0, O, 1, I and L, which people mix up.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final Pattern VALID = Pattern.compile("[A-Z0-9]{4,20}");

    private Codes() {}

    /// As it is kept and compared.
    public static String plain(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    public static boolean valid(String plain) {
        return VALID.matcher(plain).matches();
    }

    /// Neither control characters nor halves of surrogate pairs, which no table keeps.
    public static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /// A code of this length.
    ///
    /// @param random a number below its argument; must be unpredictable
    public static String random(int length, IntUnaryOperator random) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
