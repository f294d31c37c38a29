package dev.souk.console;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON for reading.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /// Indented; as it is when it cannot be read; empty when there is none.
    static String pretty(@Nullable String json) {
        if (json == null) {
            return "";
        }
        try {
            return MAPPER.writeValueAsString(MAPPER.readTree(json));
        } catch (JacksonException _) {
            return json;
        }
    }
}
