package dev.souk.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Light or dark, when the visitor has chosen; otherwise as the device wants.
public enum Look {
    DEVICE,
    LIGHT,
    DARK;

    /// For attributes and cookies.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Look> of(String tag) {
        return Arrays.stream(values()).filter(look -> look.tag().equals(tag)).findFirst();
    }
}
