package dev.souk.payment.domain;

import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may be paid with what. Anything that looks like a card number is refused wherever it comes from.
public final class TermsCheck {
    private static final long MOST = 100_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.:-]{1,255}");
    private static final Pattern DIGIT_RUN = Pattern.compile("(?:[0-9][ .:_-]?){12,19}");

    private TermsCheck() {}

    /// A code of what is wrong, or null.
    public static @Nullable String problem(long amount, String currency, String token) {
        if (amount < 0 || amount > MOST) {
            return "AMOUNT_INVALID";
        }
        if (!currency(currency)) {
            return "CURRENCY_UNKNOWN";
        }
        if (cardNumber(token)) {
            return "CARD_NUMBER_REFUSED";
        }
        return amount > 0 && !TOKEN.matcher(token).matches() ? "PAYMENT_METHOD_INVALID" : null;
    }

    public static boolean currency(String code) {
        try {
            return code.length() == 3 && Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// 12 to 19 digits with a valid check digit, with or without separators.
    public static boolean cardNumber(String text) {
        var runs = DIGIT_RUN.matcher(text);
        while (runs.find()) {
            if (luhn(runs.group().replaceAll("[^0-9]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
