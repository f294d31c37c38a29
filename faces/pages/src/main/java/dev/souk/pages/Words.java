package dev.souk.pages;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// Everything that a page says, in one language: texts from message files, money, dates and numbers.
public final class Words {
    /// Languages of the pages; the first is spoken where a browser wants none of them.
    public static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.GERMANY);

    private static final String SHARED = "dev.souk.pages.words";

    private final Locale locale;
    private final ZoneId zone;
    private final List<ResourceBundle> own;

    /// @param bundles message files of the face, one or one for each subject; those of the design system stand behind
    Words(List<String> bundles, Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        var strict = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.own = Stream.concat(bundles.stream(), Stream.of(SHARED))
                .map(bundle -> ResourceBundle.getBundle(bundle, locale, Words.class.getClassLoader(), strict))
                .toList();
    }

    /// The language of a tag such as `de` or `de-AT`.
    public static Optional<Locale> language(String tag) {
        var wanted = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.stream().filter(one -> one.getLanguage().equals(wanted)).findFirst();
    }

    public Locale locale() {
        return locale;
    }

    /// For the `lang` attribute.
    public String tag() {
        return locale.getLanguage();
    }

    /// A text; `{0}` and so on stand for the arguments, in the forms of [MessageFormat].
    public String say(String key, Object... arguments) {
        var text = text(key);
        return arguments.length == 0 ? text.replace("''", "'") : new MessageFormat(text, locale).format(arguments);
    }

    /// Whether there is such a text: for codes that may be new.
    public boolean knows(String key) {
        return own.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /// The text of a code, or of `otherwise`.
    public String sayOr(String key, String otherwise) {
        return say(knows(key) ? key : otherwise);
    }

    private String text(String key) {
        return own.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text for " + key))
                .getString(key);
    }

    /// An amount in minor units.
    public String money(long minor, String currency) {
        var unit = Currency.getInstance(currency);
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /// Date and time as short as a table wants them.
    public String stamp(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /// A date as short as a table wants it.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /// The day of a moment, short.
    public String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(at.atZone(zone));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
    }

    /// The name of a country of ISO 3166.
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
