package dev.souk.customer.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Amounts that a shop sets for each currency, written `*:500,1500;JPY:50000,150000` in whole units of the currency;
/// `*` stands for every currency that is not named.
public final class PerCurrency {
    private static final String OTHERS = "*";

    private final Map<String, List<BigDecimal>> amounts;

    private PerCurrency(Map<String, List<BigDecimal>> amounts) {
        this.amounts = amounts;
    }

    /// @param count how many amounts each currency has
    /// @throws IllegalArgumentException when the text is not of that form
    public static PerCurrency parse(String text, int count) {
        var amounts = new HashMap<String, List<BigDecimal>>();
        for (var part : text.split(";", -1)) {
            var halves = part.strip().split(":", 2);
            if (halves.length != 2) {
                throw new IllegalArgumentException("not CURRENCY:AMOUNT,...: " + part);
            }
            var values = Arrays.stream(halves[1].split(",", -1)).map(v -> new BigDecimal(v.strip())).toList();
            if (values.size() != count) {
                throw new IllegalArgumentException(halves[0] + " needs " + count + " amounts");
            }
            var currency = halves[0].strip();
            amounts.put(currency.equals(OTHERS) ? OTHERS : Currency.getInstance(currency).getCurrencyCode(), values);
        }
        if (!amounts.containsKey(OTHERS)) {
            throw new IllegalArgumentException("says nothing for other currencies (*)");
        }
        return new PerCurrency(amounts);
    }

    /// In minor units of that currency.
    public List<Long> in(String currency) {
        var values = amounts.getOrDefault(currency, amounts.getOrDefault(OTHERS, List.of()));
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return values.stream().map(v -> v.movePointRight(digits).longValueExact()).toList();
    }
}
