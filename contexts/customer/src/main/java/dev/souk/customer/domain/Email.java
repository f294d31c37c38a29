package dev.souk.customer.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// E-mail addresses: what one looks like, and when two are the same.
public final class Email {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    private Email() {}

    public static boolean valid(@Nullable String text) {
        return text != null && SHAPE.matcher(text.strip()).matches();
    }

    /// The form in which two writings of one address are equal. The part before the @ is case-sensitive by its
    /// standard and nowhere in practice.
    public static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
