package dev.souk.notification.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How somebody reads money and time.
public record Reader(Locale locale, ZoneId zone) {
    private static final Map<Locale, DateTimeFormatter> DATES = new ConcurrentHashMap<>();
    private static final Map<Locale, DateTimeFormatter> TIMES = new ConcurrentHashMap<>();

    /// @param tag a language, with or without a country
    /// @param country where the language is spoken, if the tag does not say
    public static Reader of(String tag, String country, ZoneId zone) {
        var locale = Locale.forLanguageTag(tag);
        return new Reader(locale.getCountry().isEmpty() ? Locale.of(locale.getLanguage(), country) : locale, zone);
    }

    String money(long minor, String currency) {
        Currency known;
        try {
            known = Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            return minor + " " + currency;
        }
        int digits = Math.max(0, known.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(known);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }

    public String date(Instant at) {
        return DATES.computeIfAbsent(locale, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)::withLocale)
                .format(at.atZone(zone));
    }

    public String time(Instant at) {
        return TIMES.computeIfAbsent(
                        locale, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)::withLocale)
                .format(at.atZone(zone));
    }
}
