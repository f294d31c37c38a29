package dev.souk.product.domain;

import dev.souk.platform.messaging.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether single values may stand in the catalogue; remembers the first that may not. Null passes: whether something
/// must be there is asked elsewhere.
public final class Check {
    /// A billion in a currency with two digits: far below overflow however many are sold.
    public static final long MOST_EXPENSIVE = 100_000_000_000L;

    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,62}[A-Za-z0-9._-])?");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{2,80}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private @Nullable Refusal first;

    public Optional<Refusal> refusal() {
        return Optional.ofNullable(first);
    }

    public Check that(boolean right, String code, String detail) {
        if (first == null && !right) {
            first = Refusal.invalid(code, detail);
        }
        return this;
    }

    public Check sku(@Nullable String sku) {
        return that(
                sku == null || SKU.matcher(sku).matches(),
                "INVALID_SKU",
                "A sku has 1 to 64 letters, digits, blanks, dots, dashes and underscores, and no blank at an end.");
    }

    public Check name(@Nullable String name) {
        return that(plain(name, 2, 200), "INVALID_NAME", "A name has 2 to 200 characters.");
    }

    public Check description(@Nullable String text) {
        return that(
                text == null || (length(text) >= 10 && length(text) <= 5_000 && storable(text)),
                "INVALID_DESCRIPTION",
                "A description has 10 to 5,000 characters.");
    }

    /// From zero, as a draft may be.
    public Check price(@Nullable Long price) {
        return that(
                price == null || (price >= 0 && price <= MOST_EXPENSIVE),
                "INVALID_PRICE",
                "A price is a number of minor units from 0 to " + MOST_EXPENSIVE + ".");
    }

    public Check priceAboveZero(@Nullable Long price) {
        return that(
                price == null || (price > 0 && price <= MOST_EXPENSIVE),
                "INVALID_PRICE",
                "This price is a number of minor units from 1 to " + MOST_EXPENSIVE + ".");
    }

    public Check currency(@Nullable String currency) {
        return that(
                currency == null || CURRENCIES.contains(currency),
                "INVALID_CURRENCY",
                "A currency is a code of ISO 4217, for example EUR.");
    }

    public Check status(@Nullable String status) {
        return that(
                status == null || Status.SETTABLE.contains(status),
                "INVALID_STATUS",
                "A status is one of DRAFT, ACTIVE and ARCHIVED.");
    }

    public Check taxCategory(@Nullable String word) {
        return that(
                word == null || WORD.matcher(word).matches(),
                "INVALID_TAX_CATEGORY",
                "A tax category has 1 to 40 letters, digits, dashes and underscores.");
    }

    public Check weight(@Nullable Integer grams) {
        return that(
                grams == null || (grams >= 0 && grams <= 100_000_000),
                "INVALID_WEIGHT",
                "A weight is a number of grams from 0 to 100,000,000.");
    }

    public Check attributes(@Nullable Map<String, String> attributes) {
        if (attributes == null) {
            return this;
        }
        that(attributes.size() <= 50, "INVALID_ATTRIBUTES", "At most 50 attributes.");
        attributes.forEach((name, value) -> that(
                plain(name, 1, 60) && plain(value, 0, 500),
                "INVALID_ATTRIBUTES",
                "An attribute has a name of 1 to 60 characters and a value of at most 500."));
        return this;
    }

    public Check imageUrl(@Nullable String url) {
        return that(
                url == null || (url.length() <= 2_048 && webAddress(url)),
                "INVALID_IMAGE_URL",
                "An image has an absolute http or https address of at most 2,048 characters.");
    }

    public Check imageOrder(@Nullable Integer order) {
        return that(
                order == null || (order >= 0 && order <= 10_000),
                "INVALID_IMAGE_ORDER",
                "An image's order is a number from 0 to 10,000.");
    }

    public Check sha256(@Nullable String hex) {
        return that(
                hex == null || SHA256.matcher(hex).matches(),
                "INVALID_SHA256",
                "A SHA-256 has 64 lower-case hexadecimal digits.");
    }

    public Check slug(@Nullable String slug) {
        return that(
                slug == null || SLUG.matcher(slug).matches(),
                "INVALID_SLUG",
                "A slug has 2 to 80 lower-case letters, digits and dashes.");
    }

    public Check displayName(@Nullable String name) {
        return that(plain(name, 1, 120), "INVALID_DISPLAY_NAME", "A category's name has 1 to 120 characters.");
    }

    public Check reason(@Nullable String reason) {
        return that(plain(reason, 0, 250), "INVALID_REASON", "A reason has at most 250 characters.");
    }

    private static boolean plain(@Nullable String text, int least, int most) {
        return text == null
                || (length(text) >= least
                        && length(text) <= most
                        && text.equals(text.strip())
                        && storable(text)
                        && text.chars().noneMatch(Character::isISOControl));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// PostgreSQL knows neither a zero character nor half of a surrogate pair.
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean webAddress(String url) {
        try {
            var uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && url.chars().allMatch(c -> c > ' ' && c < 127);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
