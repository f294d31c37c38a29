package dev.souk.pages;

import dev.souk.platform.face.Visit;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of a form that was sent, stripped of blanks at both ends.
///
/// @param values the first value of each name
/// @param all every value of each name, in order: ticks of one list
public record Fields(Map<String, String> values, Map<String, List<String>> all) {
    private static final String FORM = "application/x-www-form-urlencoded";

    public Fields {
        values = Map.copyOf(values);
        all = Map.copyOf(all);
    }

    public Fields(Map<String, String> values) {
        this(values, values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))));
    }

    static Fields of(Visit visit) {
        var values = new HashMap<String, String>();
        var all = new HashMap<String, List<String>>();
        if (visit.header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent()) {
            for (var pair : new String(visit.body(), StandardCharsets.UTF_8).split("&", 500)) {
                var parts = pair.split("=", 2);
                var name = decoded(parts[0]);
                var value = parts.length == 2 ? decoded(parts[1]) : null;
                if (name != null && value != null) {
                    values.putIfAbsent(name, value.strip());
                    all.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.strip());
                }
            }
        } else {
            for (var part : Parts.of(visit)) {
                if (part.file().isEmpty()) {
                    values.putIfAbsent(part.name(), part.text().strip());
                    all.computeIfAbsent(part.name(), _ -> new ArrayList<>()).add(part.text().strip());
                }
            }
        }
        return new Fields(values, all);
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

    /// Every value that is not empty.
    public List<String> list(String name) {
        return all.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
    }

    /// Whether a box is ticked.
    public boolean ticked(String name) {
        return values.containsKey(name);
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
