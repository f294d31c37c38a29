package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Sealed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A message for the eyes of an operator: in the place of each personal value stands that it is one.
final class MaskedJson {
    private static final String MASK = "\u2022\u2022\u2022";
    private static final Pattern SEALED = Pattern.compile("s1\\.[0-9a-f-]{36}\\.[A-Za-z0-9_-]+");
    private static final Map<Class<?>, Set<String>> PERSONAL = new ConcurrentHashMap<>();

    private MaskedJson() {}

    /// Empty when it cannot be read and its type has personal members: who knows what stands where.
    static Optional<String> of(Class<?> type, String payload) {
        var names = PERSONAL.computeIfAbsent(type, MaskedJson::personal);
        try {
            return Optional.of(masked(MessageTypes.json().readTree(payload), names).toString());
        } catch (JacksonException e) {
            return names.isEmpty() ? Optional.of(text(payload)) : Optional.empty();
        }
    }

    /// Free text, such as an error.
    static String text(String text) {
        return SEALED.matcher(text).replaceAll(MASK);
    }

    private static JsonNode masked(JsonNode node, Set<String> names) {
        switch (node) {
            case ObjectNode object -> object.propertyNames().stream().toList().forEach(name -> object.set(
                    name, names.contains(name) && !object.path(name).isNull() ? StringNode.valueOf(MASK) : masked(object.path(name), names)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.path(i), names));
                }
            }
            case StringNode string when SEALED.matcher(string.stringValue()).find() -> {
                return StringNode.valueOf(text(string.stringValue()));
            }
            default -> { }
        }
        return node;
    }

    /// Names of members that are sealed, in the record and in those within it. Older messages have them in clear.
    private static Set<String> personal(Class<?> type) {
        var names = new HashSet<String>();
        collect(type, names, new HashSet<>());
        return names;
    }

    private static void collect(Class<?> type, Set<String> names, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (var member : type.getRecordComponents()) {
            if (mentions(member.getGenericType(), names, seen)) {
                names.add(member.getName());
            }
        }
    }

    private static boolean mentions(Type type, Set<String> names, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType parameterized) {
            boolean sealed = parameterized.getRawType() == Sealed.class;
            for (var argument : parameterized.getActualTypeArguments()) {
                sealed |= mentions(argument, names, seen);
            }
            return sealed;
        }
        if (type instanceof Class<?> plain) {
            collect(plain, names, seen);
            return plain == Sealed.class;
        }
        return false;
    }
}
