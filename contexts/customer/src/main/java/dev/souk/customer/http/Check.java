package dev.souk.customer.http;

import dev.souk.contracts.Address;
import dev.souk.customer.domain.Email;
import dev.souk.platform.messaging.Refusal;
import java.util.Collection;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a value from outside must look like. Each check answers what is wrong, or null.
final class Check {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NAME_OF_NOTICE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Set<String> CHANNELS = Set.of("EMAIL", "SMS", "PUSH", "IN_APP");
    private static final int MOST_NOTICES = 50;

    private Check() {}

    static @Nullable Refusal first(@Nullable Refusal... all) {
        return Stream.of(all).filter(one -> one != null).findFirst().orElse(null);
    }

    /// Not blank, not too long, nothing that a database or a page could choke on. An empty text is allowed where it
    /// means that a value is removed.
    static @Nullable Refusal text(String code, String name, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        if ((value.isBlank() && !value.isEmpty()) || value.length() > most) {
            return Refusal.invalid(code, name + " must have 1 to " + most + " characters.");
        }
        return value.codePoints().allMatch(Check::harmless)
                ? null
                : Refusal.invalid(code, name + " contains characters that are not allowed.");
    }

    static @Nullable Refusal required(String code, String name, @Nullable String value, int most) {
        return value == null || value.isEmpty()
                ? Refusal.invalid(code, name + " must have 1 to " + most + " characters.")
                : text(code, name, value, most);
    }

    private static boolean harmless(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    static @Nullable Refusal email(@Nullable String value) {
        return Email.valid(value) ? null : Refusal.invalid("INVALID_EMAIL", "email is not an e-mail address.");
    }

    static @Nullable Refusal name(@Nullable String value) {
        return text("INVALID_NAME", "name", value, 200);
    }

    static @Nullable Refusal phone(@Nullable String value) {
        return value == null || value.isEmpty() || PHONE.matcher(value).matches()
                ? null
                : Refusal.invalid("INVALID_PHONE", "phone is not a telephone number.");
    }

    static @Nullable Refusal locale(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            var language = new Locale.Builder().setLanguageTag(value).build().getLanguage();
            if (value.length() <= 35 && !language.isEmpty()) {
                return null;
            }
        } catch (IllformedLocaleException e) {
            // refused below
        }
        return Refusal.invalid("INVALID_LOCALE", name + " must be a language tag such as de or en-GB.");
    }

    static @Nullable Refusal currency(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            Currency.getInstance(value);
            return null;
        } catch (IllegalArgumentException e) {
            return Refusal.invalid("INVALID_CURRENCY", "currency must be an ISO 4217 code.");
        }
    }

    static @Nullable Refusal kinds(@Nullable Collection<@Nullable String> kinds) {
        boolean good = kinds != null && !kinds.isEmpty() && kinds.stream().allMatch(k -> "BILLING".equals(k) || "SHIPPING".equals(k));
        return good ? null : Refusal.invalid("INVALID_KINDS", "kinds are BILLING, SHIPPING or both.");
    }

    static @Nullable Refusal notifications(@Nullable Map<String, @Nullable List<@Nullable String>> wanted) {
        if (wanted == null) {
            return null;
        }
        boolean good = wanted.size() <= MOST_NOTICES;
        for (var notice : wanted.entrySet()) {
            good &= NAME_OF_NOTICE.matcher(notice.getKey()).matches() && channels(notice.getValue());
        }
        return good
                ? null
                : Refusal.invalid(
                        "INVALID_NOTIFICATIONS",
                        "notifications maps kinds of notices (upper case) to lists of EMAIL, SMS, PUSH and IN_APP.");
    }

    private static boolean channels(@Nullable List<@Nullable String> channels) {
        return channels != null && channels.size() <= 4 && channels.stream().allMatch(c -> c != null && CHANNELS.contains(c));
    }

    static @Nullable Refusal address(@Nullable Address a) {
        if (a == null) {
            return Refusal.invalid("INVALID_ADDRESS", "address is missing.");
        }
        return first(
                required("INVALID_ADDRESS", "recipientName", a.recipientName(), 200),
                required("INVALID_ADDRESS", "line1", a.line1(), 200),
                text("INVALID_ADDRESS", "line2", a.line2(), 200),
                required("INVALID_ADDRESS", "city", a.city(), 200),
                text("INVALID_ADDRESS", "region", a.region(), 200),
                required("INVALID_ADDRESS", "postalCode", a.postalCode(), 20),
                text("INVALID_ADDRESS", "phone", a.phone(), 40),
                country(a.countryCode()));
    }

    private static @Nullable Refusal country(@Nullable String code) {
        return code != null && COUNTRY.matcher(code).matches()
                ? null
                : Refusal.invalid("INVALID_ADDRESS", "countryCode must be two upper-case letters (ISO 3166).");
    }
}
