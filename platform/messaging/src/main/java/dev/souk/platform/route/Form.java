package dev.souk.platform.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request body of type `application/x-www-form-urlencoded`.
public record Form(Map<String, List<String>> fields) {
    public Form {
        fields = Map.copyOf(fields);
    }

    /// The first value of a field that was filled in.
    public Optional<String> value(String name) {
        return values(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet(); // values may be secrets
    }
}
