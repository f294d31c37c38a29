package dev.souk.contracts;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Personal values as staff sees them who has not said what for: enough to recognise what one knows already.
public final class Masked {
    /// Stands for any text.
    public static final String TEXT = "***";

    private Masked() {}

    /// `Maria Example` becomes `M. E.`.
    public static String name(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    /// `maria@example.com` becomes `m***@e***.com`.
    public static String email(String email) {
        int at = email.lastIndexOf('@');
        int dot = email.lastIndexOf('.');
        if (at < 1 || at == email.length() - 1) {
            return TEXT;
        }
        var end = dot > at + 1 ? email.substring(dot) : "";
        return email.substring(0, email.offsetByCodePoints(0, 1)) + TEXT + "@"
                + email.substring(at + 1, email.offsetByCodePoints(at + 1, 1)) + TEXT + end;
    }
}
