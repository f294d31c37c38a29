package dev.souk.identity.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the form in which it is compared.
///
/// @param text never shown, logged or stored in clear
public record LoginName(String text) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}\"(),:;<>\\[\\\\\\]]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");

    /// Empty when it is no address.
    public static Optional<LoginName> of(String email) {
        var plain = Normalizer.normalize(email, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(plain).matches() && !plain.endsWith(".") ? Optional.of(new LoginName(plain)) : Optional.empty();
    }

    /// What a password must not be made of.
    public String localPart() {
        return text.substring(0, text.indexOf('@'));
    }

    @Override
    public String toString() {
        return "LoginName";
    }
}
