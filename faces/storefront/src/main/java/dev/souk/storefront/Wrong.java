package dev.souk.storefront;

import java.util.Map;

/// What is wrong with a form: by field, and what the shop refused.
///
/// @param fields name of a field to the key of a text
/// @param code of the refusal, or empty
public record Wrong(Map<String, String> fields, String code) {
    public static final Wrong NOTHING = new Wrong(Map.of(), "");

    public static Wrong because(String code) {
        return new Wrong(Map.of(), code);
    }

    public static Wrong in(String field, String key) {
        return new Wrong(Map.of(field, key), "");
    }

    public boolean isEmpty() {
        return fields.isEmpty() && code.isEmpty();
    }

    /// Whether something was left out or is not right; a code that is not taken is neither.
    public boolean gaps() {
        return fields.keySet().stream().anyMatch(field -> !field.equals("code") && !field.equals("points"));
    }

    /// The key of the text, or an empty one.
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }
}
