package dev.souk.identity.db;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/// Short lists are stored as words with a space between them.
final class Words {
    private Words() {}

    static Set<String> set(String text) {
        return text.isBlank() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")));
    }
}
