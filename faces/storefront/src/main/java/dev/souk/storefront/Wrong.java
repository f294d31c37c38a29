package dev.souk.storefront;

import java.util.Map;

/// What is wrong with a form: by field, and what the shop refused.
///
/// @param fields name of a field to the key of a text
/// @param code of the refusal, or empty
public record Wrong(Map<String, String> fields, String code) {
    static final Wrong NOTHING = new Wrong(Map.of(), "");

    static Wrong because(String code) {
        return new Wrong(Map.of(), code);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && code.isEmpty();
    }

    /// The key of the text, or an empty one.
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }
}
