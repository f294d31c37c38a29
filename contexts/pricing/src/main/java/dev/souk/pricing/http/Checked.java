package dev.souk.pricing.http;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the members of a request; the first that does not fit is what the caller hears about.
final class Checked {
    static final long MOST_MONEY = 1_000_000_000_000L;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private @Nullable Refusal refusal;

    Checked that(boolean fits, String member, String rule) {
        if (!fits && refusal == null) {
            var code = "INVALID_" + member.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            refusal = Refusal.invalid(code, member + " " + rule + ".");
        }
        return this;
    }

    Checked given(@Nullable Object value, String member) {
        return that(value != null, member, "is required");
    }

    Checked currency(@Nullable String value) {
        return that(value != null && CURRENCIES.contains(value), "currency", "must be an ISO 4217 code");
    }

    Checked country(@Nullable String value) {
        return that(
                value != null && COUNTRIES.contains(value.toUpperCase(Locale.ROOT)),
                "country",
                "must be an ISO 3166 alpha-2 code");
    }

    Checked text(@Nullable String value, String member, int most) {
        return that(
                value == null || (!value.isBlank() && value.length() <= most && printable(value)),
                member,
                "must have 1 to " + most + " printable characters");
    }

    /// Neither control characters nor halves of surrogate pairs, which no table keeps.
    static boolean printable(String value) {
        return value.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /// A name that is part of keys: letters, digits, `_` and `-`.
    Checked word(@Nullable String value, String member) {
        return that(value == null || WORD.matcher(value).matches(), member, "must be 1 to 40 letters, digits, _ or -");
    }

    Checked range(@Nullable Long value, long least, long most, String member) {
        return that(value == null || (value >= least && value <= most), member, "must be " + least + " to " + most);
    }

    Checked range(@Nullable Integer value, long least, long most, String member) {
        return range(value == null ? null : value.longValue(), least, most, member);
    }

    Checked list(@Nullable List<?> values, String member, int most) {
        return that(
                values == null || (values.size() <= most && values.stream().allMatch(Objects::nonNull)),
                member,
                "must have at most " + most + " entries, none of them null");
    }

    /// What the database's timestamps and everybody's clocks can tell.
    static boolean ordinary(Instant at) {
        return !at.isBefore(Instant.EPOCH) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }

    <T> Outcome<T> then(Supplier<T> make) {
        return refusal == null ? Outcome.done(make.get()) : Outcome.refused(refusal);
    }

    boolean failed() {
        return refusal != null;
    }
}
