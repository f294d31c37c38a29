package dev.souk.platform.messaging;

import java.util.Optional;
import java.util.UUID;

/// A personal value under the key of the person it is about: `s1.<person>.<base64url>`. It travels and is stored only
/// like this; in JSON it is one string. Whoever opens it asks the [Vault], and finds nothing once the person is erased.
///
/// Members of older messages that were written in clear are read as `c1.<json>`; they have no key.
///
/// @param <T> what comes out when it is opened
@SuppressWarnings("UnusedTypeParameter") // it tells readers, and the vault, what to expect
public record Sealed<T>(String text) {
    private static final String UNDER_KEY = "s1.";
    private static final String CLEAR = "c1.";
    private static final int BODY = UNDER_KEY.length() + 37;

    public Sealed {
        if (!text.startsWith(CLEAR) && !wellFormed(text)) {
            throw new IllegalArgumentException("not a sealed value");
        }
    }

    private static boolean wellFormed(String text) {
        return text.length() > BODY && text.startsWith(UNDER_KEY) && text.charAt(BODY - 1) == '.';
    }

    /// @param body what the person's key made of the value, base64url
    public static <T> Sealed<T> of(UUID subject, String body) {
        return new Sealed<>(UNDER_KEY + subject + "." + body);
    }

    /// What a message from before there were keys says in clear.
    public static <T> Sealed<T> clear(String json) {
        return new Sealed<>(CLEAR + json);
    }

    /// Whether `text` is one already, and not yet something to be sealed.
    public static boolean isSealed(String text) {
        return wellFormed(text) || text.startsWith(CLEAR);
    }

    /// Whose key opens it; empty for a value in clear.
    public Optional<UUID> subject() {
        return text.startsWith(CLEAR)
                ? Optional.empty()
                : Optional.of(UUID.fromString(text.substring(UNDER_KEY.length(), BODY - 1)));
    }

    /// What follows the person's id, or the JSON of a value in clear.
    public String body() {
        return text.startsWith(CLEAR) ? text.substring(CLEAR.length()) : text.substring(BODY);
    }

    /// Never the value itself, not even one in clear.
    @Override
    public String toString() {
        return "Sealed[" + subject().map(UUID::toString).orElse("in clear") + "]";
    }
}
