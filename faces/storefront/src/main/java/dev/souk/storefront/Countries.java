package dev.souk.storefront;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Every country, by its name in the shopper's language.
public final class Countries {
    private static final Map<Locale, List<Country>> ALL = new ConcurrentHashMap<>();

    public record Country(String code, String name) {}

    private Countries() {}

    public static List<Country> of(Locale locale) {
        return ALL.computeIfAbsent(locale, one -> Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(one)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(one)))
                .toList());
    }
}
