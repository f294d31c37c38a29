package dev.souk.product.http;

import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the members of a request that must be there, and remembers the first that is not.
final class Fields {
    private static final UUID NONE = new UUID(0, 0);

    private @Nullable Refusal first;

    Optional<Refusal> refusal() {
        return Optional.ofNullable(first);
    }

    String text(String name, @Nullable String value) {
        return value == null ? missing(name, "") : value;
    }

    long number(String name, @Nullable Long value) {
        return value == null ? missing(name, 0L) : value;
    }

    UUID id(String name, @Nullable UUID value) {
        return value == null ? missing(name, NONE) : value;
    }

    /// Absent means empty; a null in it is refused.
    <T> List<T> list(String name, @Nullable List<? extends @Nullable T> value) {
        if (value == null) {
            return List.of();
        }
        for (var element : value) {
            if (element == null) {
                return missing(name + "[]", List.of());
            }
        }
        return List.copyOf(value);
    }

    /// Absent means empty; a null in it is refused.
    Map<String, String> texts(String name, @Nullable Map<String, @Nullable String> value) {
        if (value == null) {
            return Map.of();
        }
        for (var text : value.values()) {
            if (text == null) {
                return missing(name + "{}", Map.of());
            }
        }
        return Map.copyOf(value);
    }

    private <T> T missing(String name, T inItsPlace) {
        if (first == null) {
            first = Refusal.invalid("MISSING_FIELD", "The member " + name + " is missing.");
        }
        return inItsPlace;
    }
}
