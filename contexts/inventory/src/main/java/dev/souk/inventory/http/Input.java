package dev.souk.inventory.http;

import dev.souk.platform.messaging.Refusal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the inventory accepts from outside. Each check answers null when there is nothing to object to.
final class Input {
    static final int MOST_UNITS = 1_000_000;
    static final int MOST_COUNTED = 2_000_000_000;
    static final int MOST_LINES = 5_000;

    private static final int LONGEST_SKU = 64;
    private static final Pattern LOCATION = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,19}");

    private Input() {}

    /// The first objection, if any.
    static @Nullable Refusal first(@Nullable Refusal... checks) {
        return Stream.of(checks).filter(check -> check != null).findFirst().orElse(null);
    }

    static @Nullable Refusal required(String name, @Nullable Object value) {
        return value == null ? Refusal.invalid("INVALID_INPUT", "\"" + name + "\" is missing.") : null;
    }

    static @Nullable Refusal sku(@Nullable String sku) {
        boolean fits = sku != null
                && !sku.isBlank()
                && sku.length() <= LONGEST_SKU
                && sku.chars().noneMatch(Character::isISOControl);
        return fits ? null : Refusal.invalid("INVALID_SKU", "A sku has 1 to " + LONGEST_SKU + " printable characters.");
    }

    static @Nullable Refusal location(String name, @Nullable String location) {
        return location != null && LOCATION.matcher(location).matches()
                ? null
                : Refusal.invalid(
                        "INVALID_LOCATION",
                        "\"" + name + "\" has 1 to 20 of A-Z, 0-9, - and _, and begins with a letter or digit.");
    }

    static @Nullable Refusal range(String name, @Nullable Number value, long least, long most) {
        return value != null && value.longValue() >= least && value.longValue() <= most
                ? null
                : Refusal.invalid("INVALID_INPUT", "\"" + name + "\" is a number from " + least + " to " + most + ".");
    }

    /// The same for a member that may be left out.
    static @Nullable Refusal optionalRange(String name, @Nullable Number value, long least, long most) {
        return value == null ? null : range(name, value, least, most);
    }

    static @Nullable Refusal text(String name, @Nullable String text, int most) {
        return text == null || (text.length() <= most && text.chars().noneMatch(Character::isISOControl))
                ? null
                : Refusal.invalid(
                        "INVALID_INPUT",
                        "\"" + name + "\" has at most " + most + " characters, none of them a control character.");
    }

    static Refusal invalid(String detail) {
        return Refusal.invalid("INVALID_INPUT", detail);
    }
}
