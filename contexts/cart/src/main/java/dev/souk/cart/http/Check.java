package dev.souk.cart.http;

import dev.souk.cart.domain.Currencies;
import dev.souk.platform.messaging.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a value from outside must look like. Each check answers what is wrong, or null.
final class Check {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /// What ISO 3166 leaves to its users: for the sales desk, when nobody knows the country.
    private static final Pattern UNASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    private Check() {}

    static @Nullable Refusal first(@Nullable Refusal... all) {
        return Stream.of(all).filter(one -> one != null).findFirst().orElse(null);
    }

    static @Nullable Refusal present(String code, String name, @Nullable Object value) {
        return value == null ? Refusal.invalid(code, name + " is missing.") : null;
    }

    /// Present, not blank, not too long, and nothing that a database or a page could choke on.
    static @Nullable Refusal text(String code, String name, @Nullable String value, int most) {
        return value == null ? present(code, name, value) : optionalText(code, name, value, most);
    }

    static @Nullable Refusal optionalText(String code, String name, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.length() > most) {
            return Refusal.invalid(code, name + " must have 1 to " + most + " characters.");
        }
        return value.codePoints().allMatch(Check::harmless)
                ? null
                : Refusal.invalid(code, name + " contains characters that are not allowed.");
    }

    private static boolean harmless(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    static @Nullable Refusal currency(@Nullable String value) {
        return value != null && Currencies.money(value)
                ? null
                : Refusal.invalid("INVALID_CURRENCY", "currency must be an ISO 4217 code of money that is paid with.");
    }

    static @Nullable Refusal country(@Nullable String value) {
        return value != null && (COUNTRIES.contains(value) || UNASSIGNED.matcher(value).matches())
                ? null
                : Refusal.invalid("INVALID_ADDRESS", "countryCode must be one of ISO 3166-1 alpha-2, in upper case (the United Kingdom is GB).");
    }

    static @Nullable Refusal email(@Nullable String value) {
        var bad = value != null
                && (!EMAIL.matcher(value).matches() || optionalText("INVALID_EMAIL", "email", value, 254) != null);
        return bad ? Refusal.invalid("INVALID_EMAIL", "email is not an e-mail address.") : null;
    }

    static @Nullable Refusal quantity(@Nullable Integer value, int least) {
        return value == null || value >= least
                ? null
                : Refusal.invalid("INVALID_QUANTITY", "quantity must be " + least + " or more.");
    }

    /// A negotiated price. The upper bound keeps every sum of a cart within a long.
    static @Nullable Refusal price(@Nullable Long value) {
        return value == null || (value >= 1 && value <= 10_000_000_000L)
                ? null
                : Refusal.invalid("INVALID_PRICE", "unitPrice must be between 1 and 10000000000 minor units.");
    }

    static @Nullable Refusal returnUrl(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            var uri = new URI(value);
            var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (value.length() <= 2000 && web && uri.getHost() != null && uri.getUserInfo() == null) {
                return null;
            }
        } catch (URISyntaxException _) {
            // refused below
        }
        return Refusal.invalid("INVALID_RETURN_URL", "returnUrl must be an absolute http or https address.");
    }
}
