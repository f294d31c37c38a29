package dev.souk.payment.domain;

import java.util.Currency;

/// Who may give back how much: sums in whole units of the payment's currency.
///
/// @param support above this, support must ask Finance
/// @param alone above this, a second person must agree
public record RefundLimits(long support, long alone) {
    public boolean withinSupport(long amount, String currency) {
        return amount <= minor(support, currency);
    }

    public boolean needsSecondPerson(long amount, String currency) {
        return amount > minor(alone, currency);
    }

    private static long minor(long whole, String currency) {
        var minor = whole;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            minor = Math.multiplyExact(minor, 10);
        }
        return minor;
    }
}
