package dev.souk.pages;

import dev.souk.platform.face.Visit;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of a form that was sent, stripped of blanks at both ends.
public record Fields(Map<String, String> values) {
    private static final String FORM = "application/x-www-form-urlencoded";

    public Fields {
        values = Map.copyOf(values);
    }

    static Fields of(Visit visit) {
        var values = new HashMap<String, String>();
        if (visit.header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent()) {
            for (var pair : new String(visit.body(), StandardCharsets.UTF_8).split("&", 500)) {
                var parts = pair.split("=", 2);
                var name = decoded(parts[0]);
                var value = parts.length == 2 ? decoded(parts[1]) : null;
                if (name != null && value != null) {
                    values.putIfAbsent(name, value.strip());
                }
            }
        }
        return new Fields(values);
    }

    /// A broken escape is no field, and neither is what no database could keep.
    private static @Nullable String decoded(String text) {
        try {
            var value = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return value.indexOf('\0') >= 0 ? null : value;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static Fields none() {
        return new Fields(Map.of());
    }

    /// The value, or empty.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// The value unless it is empty.
    public Optional<String> filled(String name) {
        return Optional.of(get(name)).filter(value -> !value.isEmpty());
    }

    public @Nullable String orNull(String name) {
        return filled(name).orElse(null);
    }

    /// A whole number, or `otherwise` for anything else.
    public int number(String name, int otherwise) {
        return get(name).matches("\\d{1,6}") ? Integer.parseInt(get(name)) : otherwise;
    }
}
